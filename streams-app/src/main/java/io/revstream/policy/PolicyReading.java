package io.revstream.policy;

import io.revstream.document.Problem;
import io.revstream.document.Problem.Severity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of reading a policy document.
 *
 * @param policy null when it was rejected
 * @param problems all of them, in the order of their places; warnings alone do not reject
 */
public record PolicyReading(Policy policy, List<Problem> problems) {

    /** The problems for which it was rejected; none when it was accepted. */
    public List<Problem> errors() {
        return problems.stream().filter(p -> p.severity() == Severity.ERROR).toList();
    }

    /**
     * The policy.
     *
     * @throws IllegalArgumentException when it was rejected; the message has a line for each error
     */
    public Policy orThrow() {
        if (policy == null) {
            throw new IllegalArgumentException(
                    errors().stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
        return policy;
    }
}

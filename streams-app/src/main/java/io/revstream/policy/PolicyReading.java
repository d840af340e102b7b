package io.revstream.policy;

import io.revstream.policy.PolicyProblem.Severity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of reading a policy document.
 *
 * @param policy null when it was rejected
 * @param problems all of them, in the order of their places; warnings alone do not reject
 */
public record PolicyReading(Policy policy, List<PolicyProblem> problems) {

    /** The problems for which it was rejected; none when it was accepted. */
    public List<PolicyProblem> errors() {
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
                    errors().stream().map(PolicyProblem::toString).collect(Collectors.joining("\n")));
        }
        return policy;
    }
}

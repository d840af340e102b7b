package io.revstream.app.cli;

import io.revstream.app.CannotStart;
import io.revstream.app.backtest.AskedAttributes;
import io.revstream.app.backtest.OutcomeSource;
import io.revstream.calibration.HoldOut;
import io.revstream.document.Problem;
import io.revstream.document.Problems;
import io.revstream.document.SourceReader;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Options of commands that compare a policy with outcomes. */
final class OutcomeOptions {

    private static final String PERCENT = "%";

    @Option(
            names = "--policy",
            defaultValue = "mid-market",
            paramLabel = "FILE|PRESET",
            description = "Policy document or name of a preset (${DEFAULT-VALUE}).")
    private String policy;

    @Option(
            names = "--outcome-attribute",
            paramLabel = "NAME=VALUE",
            description =
                    "Attribute of leads that tells the outcome: won with this value, lost with any other. Without it deals tell. The policy does not see it.")
    private String attribute;

    @Option(
            names = "--withhold",
            split = ",",
            paramLabel = "NAME",
            description = "Further attributes that nobody knew before the outcome: the policy does not see them.")
    private List<String> withheld = new ArrayList<>();

    @Option(
            names = "--hold-out",
            defaultValue = "0%",
            paramLabel = "PERCENT",
            description =
                    "Part of the leads, by a hash of their ids, on which alone the policy is judged; figures are searched in the others (${DEFAULT-VALUE}: all are searched and judged).")
    private String holdOut;

    /** What the user named the policy. */
    String name() {
        return policy;
    }

    OutcomeSource outcomes() {
        if (attribute == null) {
            return new OutcomeSource(null, null, withheld);
        }
        int equals = attribute.indexOf('=');
        if (equals < 1 || equals == attribute.length() - 1) {
            throw new CannotStart(
                    "Expected --outcome-attribute NAME=VALUE, such as converted=1, but found \"" + attribute + "\"");
        }
        return new OutcomeSource(attribute.substring(0, equals), attribute.substring(equals + 1), withheld);
    }

    HoldOut holdOut() {
        String number = holdOut.endsWith(PERCENT) ? holdOut.substring(0, holdOut.length() - 1) : holdOut;
        try {
            return new HoldOut(Integer.parseInt(number));
        } catch (IllegalArgumentException e) {
            throw new CannotStart("Expected 0% to 99% for --hold-out, but found " + holdOut, e);
        }
    }

    String yaml() {
        try {
            return PolicySource.text(policy);
        } catch (IOException e) {
            throw new CannotStart(policy + ": " + PolicySource.reason(e), e);
        }
    }

    /** @throws CannotStart with all that is wrong with it, or that it asks for what is withheld */
    Policy policy() {
        PolicyReading reading = PolicySource.read(policy);
        Policy read = reading.policy();
        if (read == null) {
            throw new CannotStart(lines(reading.errors()));
        }
        Problems problems = new Problems(policy);
        AskedAttributes.check(
                SourceReader.read(yaml(), "a policy", problems), outcomes().withheld(), problems);
        if (problems.reject()) {
            throw new CannotStart(lines(problems.inOrder()));
        }
        return read;
    }

    private static String lines(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}

package io.revstream.app.cli;

import io.revstream.policy.PolicyReading;
import io.revstream.policy.PolicyText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code revstream policy show}: a policy in plain words. */
@Command(
        name = "show",
        description = "Print a policy in plain words.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:printed", "1:the policy has errors or is not there", "2:wrong usage"})
final class PolicyShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE|PRESET",
            arity = "0..1",
            defaultValue = "mid-market",
            description = "Policy document or name of a preset (${DEFAULT-VALUE}).")
    private String policy;

    @Option(names = "--yaml", description = "Print the document itself.")
    private boolean yaml;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (yaml) {
            try {
                out.print(PolicySource.text(policy));
                out.flush();
                return 0;
            } catch (IOException e) {
                err.println(policy + ": " + PolicySource.reason(e));
                return 1;
            }
        }
        PolicyReading reading = PolicySource.read(policy);
        reading.problems().forEach(err::println);
        if (reading.policy() == null) {
            return 1;
        }
        out.print(PolicyText.of(reading.policy()));
        out.flush();
        return 0;
    }
}

package io.revstream.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code revstream explain account}: asks a running instance. */
@Command(
        name = "account",
        description =
                "Explain an account: who gets its leads and why, its contacts and what they contribute, who waits.",
        mixinStandardHelpOptions = true)
final class ExplainAccountCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ExplainOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return options.explain(spec.commandLine().getOut(), "/v1/accounts/", "", AccountText::of);
    }
}

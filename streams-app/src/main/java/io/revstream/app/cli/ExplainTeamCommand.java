package io.revstream.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code revstream explain team}: asks a running instance. */
@Command(
        name = "team",
        description = "Explain a team: who gets the next lead and why, what keeps each rep, who waits how long.",
        mixinStandardHelpOptions = true)
final class ExplainTeamCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ExplainOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return options.explain(spec.commandLine().getOut(), "/v1/teams/", "", TeamText::of);
    }
}

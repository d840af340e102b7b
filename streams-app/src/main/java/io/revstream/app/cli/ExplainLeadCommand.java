package io.revstream.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code revstream explain lead}: asks a running instance. */
@Command(
        name = "lead",
        description =
                "Explain a lead: its score line by line, what is missing for a promotion, its owner and its clocks.",
        mixinStandardHelpOptions = true)
final class ExplainLeadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ExplainOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return options.explain(spec.commandLine().getOut(), "/v1/leads/", "/explain", ExplanationText::of);
    }
}

package io.revstream.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code revstream explain deal}: asks a running instance. */
@Command(
        name = "deal",
        description = "Explain a deal: how long it was in each stage, its clocks, and when it is stale.",
        mixinStandardHelpOptions = true)
final class ExplainDealCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ExplainOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return options.explain(spec.commandLine().getOut(), "/v1/deals/", "", DealText::of);
    }
}

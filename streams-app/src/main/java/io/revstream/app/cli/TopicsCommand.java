package io.revstream.app.cli;

import io.revstream.app.EmbeddedBroker;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code revstream topics}: the topics of the catalogue. */
@Command(
        name = "topics",
        description = "List and create topics.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class TopicsCommand {

    private TopicsCommand() {}

    static CommandLine with(EmbeddedBroker embedded) {
        return new CommandLine(new TopicsCommand())
                .addSubcommand(new TopicsListCommand(embedded))
                .addSubcommand(new TopicsCreateCommand(embedded));
    }
}

package io.revstream.app.cli;

import io.revstream.app.EmbeddedBroker;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code revstream policy}: looks at policies, and publishes them. */
@Command(
        name = "policy",
        description = "Write, check, read, test, compare and publish policies.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PolicyLintCommand.class,
            PolicyShowCommand.class,
            PolicyTestCommand.class,
            PolicyInitCommand.class,
            PolicyExportCommand.class
        })
public final class PolicyCommand {

    /** With the commands that may ask a broker. */
    static CommandLine with(EmbeddedBroker embedded) {
        return new CommandLine(new PolicyCommand())
                .addSubcommand(new PolicyDiffCommand(embedded))
                .addSubcommand(new PolicyPublishCommand(embedded));
    }
}

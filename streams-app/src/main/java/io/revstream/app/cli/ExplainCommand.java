package io.revstream.app.cli;

import picocli.CommandLine.Command;

/** {@code revstream explain}: why things stand as they stand. */
@Command(
        name = "explain",
        description = "Explain where something stands, and why.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ExplainLeadCommand.class,
            ExplainAccountCommand.class,
            ExplainTeamCommand.class,
            ExplainDealCommand.class
        })
final class ExplainCommand {}

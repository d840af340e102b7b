package io.revstream.app.cli;

import picocli.CommandLine.Command;

/** {@code revstream scenario}: runs scenarios. */
@Command(
        name = "scenario",
        description = "Check what a policy does with events.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ScenarioRunCommand.class)
public final class ScenarioCommand {}

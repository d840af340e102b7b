package io.revstream.app.cli;

import picocli.CommandLine.Command;

/** {@code revstream policy}: looks at policies. */
@Command(
        name = "policy",
        description = "Check and read policies.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PolicyLintCommand.class, PolicyShowCommand.class})
public final class PolicyCommand {}

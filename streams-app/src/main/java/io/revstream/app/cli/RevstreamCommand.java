package io.revstream.app.cli;

import io.revstream.app.EmbeddedBroker;
import io.revstream.app.publish.KafkaSink;
import java.time.Clock;
import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code revstream}: the commands of this module, and those that the program adds. */
@Command(
        name = "revstream",
        description =
                "Lead, activity and deal events in; scores, MQL promotions, routing assignments and SLA breaches out.",
        mixinStandardHelpOptions = true,
        versionProvider = RevstreamCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnExecutionException = 1,
        exitCodeOnInvalidInput = 2,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong usage, or some of the input was rejected"})
public final class RevstreamCommand {

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of what went wrong.")
    private boolean debug;

    private RevstreamCommand() {}

    /** The program without a broker of its own. */
    public static void main(String[] args) {
        System.exit(commandLine(EmbeddedBroker.NONE, List.of()).execute(args));
    }

    /**
     * The command line.
     *
     * @param embedded the broker that the program brings along
     * @param further commands that the program adds, annotated objects or {@link CommandLine}s
     */
    public static CommandLine commandLine(EmbeddedBroker embedded, List<Object> further) {
        RevstreamCommand root = new RevstreamCommand();
        CommandLine line = new CommandLine(root);
        further.forEach(line::addSubcommand);
        line.addSubcommand(new RunCommand(embedded));
        line.addSubcommand(publish(embedded));
        line.addSubcommand(new TailCommand(embedded));
        line.addSubcommand(new ExplainCommand());
        line.addSubcommand(new FunnelCommand(embedded));
        line.addSubcommand(new SlaCommand(embedded));
        line.addSubcommand(PolicyCommand.with(embedded));
        line.addSubcommand(new ScenarioCommand());
        line.addSubcommand(new BacktestCommand(embedded));
        line.addSubcommand(new CalibrateCommand(embedded));
        line.addSubcommand(TopicsCommand.with(embedded));
        line.addSubcommand(new ReplayCommand(embedded));
        line.addSubcommand("generate-completion", new GenerateCompletion());
        ProblemsInALine problems = new ProblemsInALine(root);
        line.setExecutionExceptionHandler(problems);
        line.setParameterExceptionHandler(problems);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    /** Which rows are published where is its own business; here it gets the broker. */
    private static CommandLine publish(EmbeddedBroker embedded) {
        ConnectionOptions connection = new ConnectionOptions();
        CommandLine line = new CommandLine(
                new PublishCommand(() -> new KafkaSink(connection.connection(embedded), Clock.systemUTC())));
        line.getCommandSpec().addMixin("connection", CommandSpec.forAnnotatedObject(connection));
        return line;
    }

    boolean debug() {
        return debug;
    }

    /** As the jar's manifest says. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = RevstreamCommand.class.getPackage().getImplementationVersion();
            return new String[] {"revstream " + (version == null ? "(not packaged)" : version)};
        }
    }
}

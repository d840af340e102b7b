package io.revstream.app.cli;

import io.revstream.scenario.ScenarioFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code revstream scenario run}: runs scenarios and shows all differences. */
@Command(
        name = "run",
        description = "Run scenarios with the real deciders in virtual time; needs no broker.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all that was expected happened",
            "1:differences, or files that cannot be read",
            "2:wrong usage"
        })
final class ScenarioRunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|DIR", arity = "1..*", description = "Files of scenarios, or folders of them.")
    private List<Path> paths;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        ScenarioReport report = new ScenarioReport();
        for (Path path : paths) {
            for (Path file : ScenarioFiles.in(path)) {
                report.run(file, null);
            }
        }
        report.print(spec.commandLine().getOut(), json);
        return report.exitCode();
    }
}

package io.revstream.app.cli;

import io.revstream.app.CannotStart;
import io.revstream.document.Problem;
import io.revstream.document.Problem.Severity;
import io.revstream.policy.Presets;
import io.revstream.scenario.PolicyScenarios;
import io.revstream.scenario.ScenarioFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code revstream policy test}: runs the scenarios of a policy. */
@Command(
        name = "test",
        description = "Run the scenarios that lie beside a policy and name it; needs no broker.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all that was expected happened",
            "1:differences, a policy with errors, or no scenarios",
            "2:wrong usage"
        })
final class PolicyTestCommand implements Callable<Integer> {

    /** Where the scenarios of the presets lie, in the folder of the project. */
    private static final Path OF_PRESETS = Path.of("docs", "scenarios");

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE|PRESET|DIR",
            arity = "0..1",
            defaultValue = ".",
            description = "Policy document, name of a preset, or a folder of policies (this folder).")
    private String policy;

    @Option(
            names = "--scenarios",
            paramLabel = "FILE|DIR",
            description = "Run these scenarios under the policy, whichever they name.")
    private List<Path> others;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        ScenarioReport report = new ScenarioReport();
        for (String one : policies()) {
            test(one, report);
        }
        report.print(spec.commandLine().getOut(), json);
        return report.exitCode();
    }

    private List<String> policies() throws IOException {
        if (!Files.isDirectory(Path.of(policy))) {
            return List.of(policy);
        }
        List<String> policies = PolicyScenarios.policiesIn(Path.of(policy)).stream()
                .map(file -> file.normalize().toString())
                .toList();
        if (policies.isEmpty()) {
            throw new CannotStart("Expected a policy in " + policy + ", but there is none");
        }
        return policies;
    }

    private void test(String name, ScenarioReport report) throws IOException {
        List<Problem> errors = PolicySource.read(name).problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        errors.forEach(report::add);
        if (!errors.isEmpty()) {
            return;
        }
        List<Path> files = scenarios(name);
        if (files.isEmpty()) {
            report.add(
                    new Problem(name, 0, 0, Severity.ERROR, "Expected scenarios of this policy, but " + where(name)));
        }
        for (Path file : files) {
            report.run(file, others == null ? null : name);
        }
    }

    private List<Path> scenarios(String name) throws IOException {
        if (others != null) {
            List<Path> files = new ArrayList<>();
            for (Path other : others) {
                files.addAll(ScenarioFiles.in(other));
            }
            return files;
        }
        if (!Presets.names().contains(name)) {
            return PolicyScenarios.of(Path.of(name));
        }
        return Files.isDirectory(OF_PRESETS) ? PolicyScenarios.ofPreset(name, OF_PRESETS) : List.of();
    }

    private String where(String name) {
        if (others != null) {
            return "--scenarios names none";
        }
        return Presets.names().contains(name)
                ? "none in " + OF_PRESETS + " names it: name them with --scenarios"
                : "none beside it or in " + PolicyScenarios.FOLDER
                        + "/ beside it names it: write one, or run those of another policy with --scenarios";
    }
}

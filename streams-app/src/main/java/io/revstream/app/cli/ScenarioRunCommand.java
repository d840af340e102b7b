package io.revstream.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revstream.app.Topologies;
import io.revstream.document.Problem;
import io.revstream.scenario.Comparison;
import io.revstream.scenario.Difference;
import io.revstream.scenario.DifferenceText;
import io.revstream.scenario.Scenario;
import io.revstream.scenario.ScenarioFiles;
import io.revstream.scenario.ScenarioReading;
import io.revstream.scenario.ScenarioRun;
import io.revstream.scenario.ValueText;
import io.revstream.stream.Hosted;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** What became of one scenario. */
    private record Told(Scenario scenario, List<Difference> differences) {}

    @Override
    public Integer call() throws IOException {
        List<Hosted<?>> hosted = new ArrayList<>();
        Topologies.ALL.forEach(name -> hosted.add(Topologies.hosted(name)));
        List<Problem> problems = new ArrayList<>();
        List<Told> told = new ArrayList<>();
        for (Path path : paths) {
            for (Path file : ScenarioFiles.in(path)) {
                ScenarioReading reading = ScenarioFiles.read(file);
                problems.addAll(reading.problems());
                reading.scenarios().forEach(scenario -> told.add(new Told(scenario, ScenarioRun.of(scenario, hosted))));
            }
        }
        long failed = told.stream().filter(one -> !one.differences().isEmpty()).count();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(told, failed, problems));
        } else {
            problems.forEach(out::println);
            told.forEach(one -> print(one, out));
            out.printf(
                    "%d scenarios, %d as expected, %d not, %d problems%n",
                    told.size(), told.size() - failed, failed, problems.size());
        }
        out.flush();
        return failed == 0 && problems.isEmpty() ? 0 : 1;
    }

    private static void print(Told told, PrintWriter out) {
        out.println((told.differences().isEmpty() ? "ok      " : "differs ")
                + told.scenario().sentence());
        told.differences().forEach(difference -> out.println(DifferenceText.of(told.scenario(), difference)));
    }

    private static String json(List<Told> told, long failed, List<Problem> problems) {
        ObjectNode report = new ObjectMapper().createObjectNode();
        report.put("scenarios", told.size()).put("failed", failed);
        ArrayNode wrong = report.putArray("problems");
        problems.forEach(problem -> ProblemJson.add(wrong, problem));
        ArrayNode results = report.putArray("results");
        for (Told one : told) {
            ObjectNode result = results.addObject();
            result.put("file", one.scenario().file())
                    .put("line", one.scenario().place().line())
                    .put("scenario", one.scenario().sentence())
                    .put("asExpected", one.differences().isEmpty());
            ArrayNode shows = result.putArray("shows");
            one.scenario().shows().forEach(shows::add);
            ArrayNode differences = result.putArray("differences");
            one.differences()
                    .forEach(difference -> add(
                            differences,
                            difference,
                            new ValueText(one.scenario().zone())));
        }
        return report.toString();
    }

    private static void add(ArrayNode differences, Difference difference, ValueText text) {
        ObjectNode node = differences.addObject();
        node.put("line", difference.place().line())
                .put("column", difference.place().column())
                .put("message", difference.message());
        ArrayNode rows = node.putArray("rows");
        for (Comparison.Row row : difference.rows()) {
            rows.addObject()
                    .put("field", row.part())
                    .put("expected", text.of(row.expected()))
                    .put("happened", text.of(row.found()))
                    .put("same", row.same());
        }
        ArrayNode happened = node.putArray("happened");
        difference.happened().forEach(happened::add);
    }
}

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
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs files of scenarios, and tells people or machines what became of them. */
final class ScenarioReport {

    private final List<Hosted<?>> hosted = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();

    /** What became of one scenario. */
    private record Told(Scenario scenario, List<Difference> differences) {}

    ScenarioReport() {
        Topologies.ALL.forEach(name -> hosted.add(Topologies.hosted(name)));
    }

    /**
     * Runs the scenarios of a file.
     *
     * @param policy preset or policy file in place of the one that it names; null takes that
     */
    void run(Path file, String policy) {
        ScenarioReading reading = ScenarioFiles.read(file, policy);
        problems.addAll(reading.problems());
        reading.scenarios().forEach(scenario -> told.add(new Told(scenario, ScenarioRun.of(scenario, hosted))));
    }

    /** A problem that keeps scenarios from being run. */
    void add(Problem problem) {
        problems.add(problem);
    }

    void print(PrintWriter out, boolean json) {
        if (json) {
            out.println(json());
        } else {
            problems.forEach(out::println);
            told.forEach(one -> print(one, out));
            out.printf(
                    "%d scenarios, %d as expected, %d not, %d problems%n",
                    told.size(), told.size() - failed(), failed(), problems.size());
        }
        out.flush();
    }

    /** 0 when all that was expected happened, 1 otherwise. */
    int exitCode() {
        return failed() == 0 && problems.isEmpty() ? 0 : 1;
    }

    private long failed() {
        return told.stream().filter(one -> !one.differences().isEmpty()).count();
    }

    private static void print(Told told, PrintWriter out) {
        out.println((told.differences().isEmpty() ? "ok      " : "differs ")
                + told.scenario().sentence());
        told.differences().forEach(difference -> out.println(DifferenceText.of(told.scenario(), difference)));
    }

    private String json() {
        ObjectNode report = new ObjectMapper().createObjectNode();
        report.put("scenarios", told.size()).put("failed", failed());
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

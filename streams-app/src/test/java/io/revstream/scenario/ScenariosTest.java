package io.revstream.scenario;

import io.revstream.document.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every scenario that is shipped, each a test of its own; the requirements that it shows count when it is as expected. */
class ScenariosTest {

    static final Path SCENARIOS = Path.of("..", "docs", "scenarios");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void scenarios(Scenario scenario, TestReporter reporter) {
        List<Difference> differences = ScenarioRun.of(scenario, Hosting.all());
        assertThat(differences)
                .withFailMessage(() -> differences.stream()
                        .map(difference -> DifferenceText.of(scenario, difference))
                        .collect(Collectors.joining("\n")))
                .isEmpty();
        scenario.shows().forEach(requirement -> reporter.publishEntry("requirement", requirement));
    }

    static Stream<Named<Scenario>> scenarios() throws IOException {
        List<Scenario> scenarios = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : ScenarioFiles.in(SCENARIOS)) {
            ScenarioReading reading = ScenarioFiles.read(file);
            scenarios.addAll(reading.scenarios());
            problems.addAll(reading.problems());
        }
        assertThat(problems).isEmpty();
        assertThat(scenarios).isNotEmpty();
        return scenarios.stream().map(scenario -> Named.of(scenario.sentence(), scenario));
    }
}

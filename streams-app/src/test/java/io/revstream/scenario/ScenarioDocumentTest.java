package io.revstream.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What docs/scenarios.md shows is what happens. To mend it, copy what the failure says was expected. */
class ScenarioDocumentTest {

    private static final Path TOUR = ScenariosTest.SCENARIOS.resolve("tour.yaml");

    private final String document = read(ScenariosTest.SCENARIOS.resolveSibling("scenarios.md"));

    @Test
    void theWorkedExampleIsTheFileThatIsRun() {
        assertThat(document).contains("```yaml\n" + read(TOUR) + "```");
    }

    @Test
    void theReportIsWhatTheRunSaysOfAWrongExpectation() {
        String wrong = read(TOUR).replace("- {at: 13:05, expect:", "- {at: 12:35, expect:");
        ScenarioReading reading = ScenarioReader.read(Path.of("tour.yaml"), wrong);
        Scenario scenario = reading.scenarios().get(0);
        List<Difference> differences = ScenarioRun.of(scenario, Hosting.all());
        assertThat(differences).hasSize(1);
        assertThat(document).contains("```\n" + DifferenceText.of(scenario, differences.get(0)) + "\n```");
    }

    @Test
    void everyTopicThatCanBeExpectedIsNamed() {
        assertThat(ExpectationReader.TOPICS.keySet()).allMatch(topic -> document.contains("`" + topic + "`"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

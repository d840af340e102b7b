package io.revstream.scenario;

import io.revstream.document.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScenarioReaderTest {

    private static final String HEAD = """
            scenario: Ada is captured
            policy: mid-market
            zone: America/New_York
            steps:
              - {at: 2026-03-06 16:00, lead: ada, captured: {email: ada@example.com}}
            """;

    @Test
    void instantsAreReadInTheScenariosZone() {
        assertThat(instantsAfter("at: 2026-03-06 17:30")).isEqualTo("2026-03-06T22:30:00Z");
        assertThat(instantsAfter("at: 2026-03-07T01:00:00Z")).isEqualTo("2026-03-07T01:00:00Z");
        assertThat(instantsAfter("at: 17:30")).isEqualTo("2026-03-06T22:30:00Z");
        assertThat(instantsAfter("at: Monday 09:00")).isEqualTo("2026-03-09T13:00:00Z");
        assertThat(instantsAfter("at: Friday 15:00")).isEqualTo("2026-03-13T19:00:00Z");
        assertThat(instantsAfter("at: +15min")).isEqualTo("2026-03-06T21:15:00Z");
        assertThat(instantsAfter("at: +2d")).isEqualTo("2026-03-08T21:00:00Z");
        assertThat(instantsAfter("at: +4bh")).isEqualTo("2026-03-09T16:00:00Z");
    }

    @Test
    void aStepWithoutAnInstantHappensAtThatOfTheStepBefore() {
        assertThat(instantsAfter("occurredAt: 2026-01-01 00:00")).isEqualTo("2026-03-06T21:00:00Z");
    }

    @Test
    void anUnknownKeyIsNamedWithItsPlaceAndWhatItMayHaveMeant() {
        assertThat(problems(HEAD.replace("zone:", "zome:")))
                .containsExactly(
                        "3:1 Expected a key of a scenario (scenario, shows, policy, changes, zone, given, steps, scenarios),"
                                + " but found \"zome\": did you mean \"zone\"?");
        assertThat(problems(HEAD + "  - {lead: ada, captred: {}}"))
                .containsExactly(
                        "6:17 Expected a key of a step with \"lead\", but found \"captred\": did you mean \"captured\"?");
        assertThat(problems(HEAD + "  - {expect: {score: {}}}"))
                .anyMatch(problem -> problem.startsWith("6:15 ") && problem.endsWith("did you mean \"scores\"?"));
    }

    @Test
    void aFieldThatNoEventHasIsNamed() {
        assertThat(problems(HEAD + "  - {expect: {scores: {leadID: ada}}}"))
                .singleElement()
                .asString()
                .startsWith("6:24 Expected a field of ScoreChanged, but found \"leadID\"")
                .endsWith("did you mean \"leadId\"?");
        assertThat(problems(HEAD + "  - {lead: ada, enriched: {emplyees: 3}}"))
                .singleElement()
                .asString()
                .endsWith("but found \"emplyees\": did you mean \"employees\"?");
    }

    @Test
    void valuesThatDoNotFitTheirFieldsAreNamed() {
        assertThat(problems(HEAD + "  - {lead: ada, enriched: {employees: many}}"))
                .containsExactly("6:39 Expected a whole number, but found \"many\"");
        assertThat(problems(HEAD + "  - {lead: ada, disposition: {decision: ACEPT, decidedBy: dana}}"))
                .singleElement()
                .asString()
                .endsWith("but found \"ACEPT\": did you mean \"ACCEPT\"?");
        assertThat(problems(HEAD + "  - {at: soon, lead: ada, activity: CALL}"))
                .containsExactly(
                        "6:10 Expected an instant like 2026-03-02 09:00, 09:00, Friday 16:00, +15min, +2d or +4bh,"
                                + " but found \"soon\"");
        assertThat(problems(HEAD + "  - {expect: {scores: {total: 66.667}}}")).hasSize(1);
    }

    @Test
    void whatAnEventCannotBeWithoutIsAskedFor() {
        assertThat(problems(HEAD + "  - {lead: ada, disposition: {decision: ACCEPT}}"))
                .containsExactly("6:30 Expected the field \"decidedBy\" of LeadDisposition, but it is missing");
        assertThat(problems(HEAD + "  - {lead: ada}"))
                .containsExactly(
                        "6:5 Expected exactly one of captured, enriched, disposition, observed, verdict, but found none");
        assertThat(problems(HEAD + "  - {rep: dana, details: {name: Dana}}"))
                .containsExactly("6:5 Expected the key \"team\" with an id, but found nothing");
    }

    @Test
    void whatShouldNotHappenIsNeverAListOfEvents() {
        assertThat(problems(HEAD + "  - {at: 10:00, nothing: [{mql-promotions: {leadId: ada}}]}"))
                .containsExactly(
                        "6:27 Expected the name of a topic, or events under the name of their topic instead of a list, but found keys with values");
        assertThat(problems(HEAD + "  - {at: 10:00, nothing: {mql-promotions: [{leadId: ada}, {leadId: bob}]}}"))
                .isEmpty();
    }

    @Test
    void timeDoesNotRunBackward() {
        assertThat(problems(HEAD + "  - {at: 15:00, lead: ada, activity: CALL}"))
                .containsExactly(
                        "6:10 Expected what comes in in the order of time, but this lies before a step above it");
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThat(problems("scenario: x\npolicy: mid-markt\nzone: New_York\nsteps: []\n"))
                .hasSize(3)
                .anyMatch(problem -> problem.contains("Expected a policy without errors"))
                .anyMatch(problem -> problem.contains("there is no such file"))
                .anyMatch(problem -> problem.contains("Expected a time zone"));
    }

    @Test
    void problemsOfChangesToThePolicyAreToldWhereTheChangesStand() {
        assertThat(
                        problems(
                                "scenario: x\npolicy: mid-market\nchanges: {mql: {openStages: [Leed]}}\nsteps: [{at: 2026-03-02 09:00}]\n"))
                .anyMatch(problem -> problem.startsWith("3:30 ") && problem.contains("Leed"));
    }

    private static Instant instantsAfter(String at) {
        ScenarioReading reading = read(HEAD + "  - {" + at + ", lead: ada, activity: PAGE_VIEW}");
        assertThat(reading.problems()).isEmpty();
        return reading.scenarios().get(0).inputs().get(1).at();
    }

    private static List<String> problems(String yaml) {
        Stream<Problem> problems = read(yaml).problems().stream();
        return problems.map(one -> one.line() + ":" + one.column() + " " + one.message())
                .toList();
    }

    private static ScenarioReading read(String yaml) {
        return ScenarioReader.read(Path.of("test.yaml"), yaml);
    }
}

package io.revstream.scenario;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DifferencesTest {

    private static final String HEAD = """
            scenario: Ada asks for a demo
            policy: mid-market
            zone: America/New_York
            given:
              - {at: 2026-03-02 08:00, rep: dana, team: inside-sales, details: {managerId: mia}}
              - {lead: ada, captured: {name: Ada, email: ada@example.com, company: Example, country: US}}
            steps:
              - {at: 09:00, lead: ada, activity: DEMO_REQUEST}
            """;

    @Test
    void whatIsExpectedAndHappensIsNoDifference() {
        assertThat(differences("  - {expect: {mql-promotions: {leadId: ada, fit: 10, total: 23.960}}}"))
                .isEmpty();
    }

    @Test
    void anEventThatDiffersIsShownFieldByField() {
        assertThat(differences("  - {expect: {routing-assignments: {leadId: ada, ownerId: li}}}"))
                .containsExactly("""
                        test.yaml:9:15: Expected an event on routing-assignments at Mon 2026-03-02 09:00, but the nearest is another
                              field   | expected             | happened
                              at      | Mon 2026-03-02 09:00 | Mon 2026-03-02 09:00
                              leadId  | ada                  | ada
                            ! ownerId | li                   | dana""");
    }

    @Test
    void anEventAtAnotherTimeIsTheNearestWhenNoneIsNearer() {
        assertThat(differences("  - {at: 12:30, expect: {sla-breaches: {subjectId: ada, kind: WARNED}}}"))
                .singleElement()
                .asString()
                .contains("! at        | Mon 2026-03-02 12:30 | Mon 2026-03-02 12:00");
    }

    @Test
    void whereNothingIsNearWhatHappenedThenIsTold() {
        assertThat(differences("  - {expect: {deal-alerts: {dealId: d1}}}"))
                .singleElement()
                .asString()
                .contains("but there is none")
                .contains("what happened then:")
                .contains("mql-promotions ada at Mon 2026-03-02 09:00: leadId ada");
    }

    @Test
    void oneEventDoesNotMeetTwoExpectationsOfAList() {
        assertThat(differences("  - {expect: {mql-promotions: [{leadId: ada}, {leadId: ada}]}}"))
                .hasSize(1);
    }

    @Test
    void exactlyTheseMeansNoOthers() {
        assertThat(differences("  - {exactly: {sla-clocks: {change: STARTED}}}"))
                .singleElement()
                .asString()
                .contains("Expected nothing else on sla-clocks")
                .contains("change RESCHEDULED");
    }

    @Test
    void whatMustNotHappenIsNamedWhenItDoes() {
        assertThat(differences("  - {until: 12:01, nothing: {sla-breaches: {subjectId: ada}}}"))
                .hasSize(1);
        assertThat(differences("  - {until: 12:00, nothing: {sla-breaches: {subjectId: ada}}}"))
                .isEmpty();
        assertThat(differences("  - {until: 12:01, nothing: {sla-breaches: {subjectId: bob}}}"))
                .isEmpty();
        assertThat(differences("  - {nothing: scores}")).hasSize(1);
    }

    @Test
    void theLatestOfAKeyIsCompared() {
        assertThat(differences("  - {at: 10:00, latest: {lifecycle: {leadId: ada, stage: MQL}}}"))
                .isEmpty();
        assertThat(differences("  - {at: 10:00, latest: {lifecycle: {leadId: ada, stage: Lead}}}"))
                .hasSize(1);
    }

    @Test
    void itemsOfListsAreContainedAndAnEmptyListIsEmpty() {
        assertThat(differences("  - {expect: {routing-assignments: {candidates: [{repId: dana, open: 1}]}}}"))
                .isEmpty();
        assertThat(differences("  - {expect: {routing-assignments: {candidates: [{repId: dana}, {repId: dana}]}}}"))
                .hasSize(1);
        assertThat(differences("  - {expect: {routing-assignments: {candidates: []}}}"))
                .hasSize(1);
    }

    @Test
    void aRefusalThatIsNotExpectedIsADifferenceAndSoIsOneThatDoesNotCome() {
        String reject = "  - {lead: ada, disposition: {decision: REJECT, decidedBy: dana}";
        assertThat(differences(reject + "}"))
                .singleElement()
                .asString()
                .contains("but lead refused it: Expected a reason");
        assertThat(differences(reject + ", refused: reason}")).isEmpty();
        assertThat(differences(reject + ", refused: weather}")).hasSize(1);
        assertThat(differences("  - {lead: ada, activity: CALL, repId: dana, refused: reason}"))
                .hasSize(1);
    }

    @Test
    void allDifferencesAreTold() {
        assertThat(differences(
                        "  - {expect: {scores: {leadId: bob}, lifecycle: {leadId: bob}}, nothing: mql-promotions}"))
                .hasSize(3);
    }

    private static List<String> differences(String step) {
        ScenarioReading reading = ScenarioReader.read(Path.of("test.yaml"), HEAD + step);
        assertThat(reading.problems()).isEmpty();
        Scenario scenario = reading.scenarios().get(0);
        return ScenarioRun.of(scenario, Hosting.all()).stream()
                .map(difference -> DifferenceText.of(scenario, difference))
                .toList();
    }
}

package io.revstream.app.publish.mapping;

import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Everything that is wrong with a mapping is told when it is loaded, with its place. */
class MappingErrorsTest {

    private static final Instant NOW = Instant.parse("2026-10-21T12:00:00Z");

    @Test
    void tellsAllProblemsAtOnceInTheOrderOfTheFile() {
        assertThat(problems("""
                mapping: m
                key: id
                occurredAt: at
                blanc: [Select]
                events:
                  - event: captured
                    topic: lead
                    fields: {}
                  - event: moved
                    topic: deals
                    when: row.stage = "x"
                    fields:
                      stageChanged.stag: stage
                      stageChanged.fields.value: {column: value, tims: 2}
                """))
                .containsExactly(
                        "m.yaml:4:1: error: Expected a key of a mapping (mapping, source, separator, blank, trim, zone, values, key, occurredAt,"
                                + " events), but found \"blanc\": did you mean \"blank\"?",
                        "m.yaml:7:12: error: Expected a topic that files are published to (leads, activities, deals, accounts, reps), but found"
                                + " \"lead\": did you mean \"leads\"?",
                        "m.yaml:11:21: error: Expected an expression over `row` and `line`, but token recognition error at: '= '",
                        "m.yaml:11:23: error: Expected an expression over `row` and `line`, but extraneous input '\"x\"' expecting <EOF>",
                        "m.yaml:12:5: error: Expected a value for `stageChanged.stage`, which DealStageChanged cannot be without, but the"
                                + " mapping has none",
                        "m.yaml:13:7: error: Expected a field of DealStageChanged (stageChanged.stage, stageChanged.fields), but found \"stageChanged.stag\": did you mean"
                                + " \"stageChanged.stage\"?",
                        "m.yaml:14:50: error: Expected a key of a value, but found \"tims\": did you mean \"times\"?");
    }

    @Test
    void asksForWhatAMappingCannotBeWithout() {
        assertThat(problems("source: x\n"))
                .containsExactly(
                        "m.yaml:1:1: error: Expected `mapping`, but found none",
                        "m.yaml:1:1: error: Expected `events`, but found none");
        assertThat(problems("mapping: m\nevents: []\n"))
                .containsExactly("m.yaml:2:9: error: Expected at least one event, but found none");
        assertThat(problems("mapping: m\nevents:\n  - event: a\n    fields: {kind: kind}\n"))
                .containsExactly(
                        "m.yaml:3:5: error: Expected `topic` for the event, or the option --topic, but found none",
                        "m.yaml:3:5: error: Expected `key` for the event or for the whole mapping, but found none");
    }

    @Test
    void readsNoFileThatIsNoYaml() {
        assertThat(problems("")).containsExactly("m.yaml:1:1: error: Expected a mapping, but the document is empty");
        assertThat(problems("mapping: [\n")).singleElement().asString().startsWith("m.yaml:2:1: error: Expected ");
        assertThat(problems("- a\n"))
                .containsExactly("m.yaml:1:1: error: Expected a mapping as keys and values, but found a list");
        assertThat(problems("mapping: a\nmapping: b\nevents: []\n"))
                .contains("m.yaml:2:1: error: Expected each key once, but \"mapping\" stands in line 1 already");
    }

    @Test
    void takesPathsOfFieldsOnly() {
        assertThat(fieldProblems("captured: x"))
                .containsExactly(
                        "m.yaml:8:7: error: Expected a field within `captured`, such as `captured.how`, but it is a record");
        assertThat(fieldProblems("captured.attributes.more: x"))
                .containsExactly(
                        "m.yaml:8:7: error: Expected a key of the map, as in `captured.attributes.more.name`, but `captured.attributes.more` is the map itself");
        assertThat(fieldProblems("captured.attributes.name.first: x"))
                .containsExactly("m.yaml:8:7: error: Expected a field, but `name` has no fields");
        assertThat(fieldProblems("captured.atributes.name: x"))
                .containsExactly(
                        "m.yaml:8:7: error: Expected a field of LeadCaptured (captured.how, captured.attributes), but found"
                                + " \"captured.atributes\": did you mean \"captured.attributes\"?");
        assertThat(fieldProblems("eventId: x"))
                .contains(
                        "m.yaml:8:7: error: Expected a field of the event's payload, but `eventId` is set for every event: use `id` beside `fields`");
        assertThat(fieldProblems("backfill: x"))
                .contains(
                        "m.yaml:8:7: error: Expected a field of the event's payload, but `backfill` is set for every event: use the option --backfill");
    }

    @Test
    void wantsExactlyOnePayload() {
        assertThat(fieldProblems("correlationId: x"))
                .containsExactly(
                        "m.yaml:7:5: error: Expected fields of exactly one of captured, enriched, disposition, observed, verdict in a LeadEvent, but found none");
        assertThat(fieldProblems("{captured.attributes.name: x, enriched.attributes.title: x}"))
                .containsExactly(
                        "m.yaml:7:5: error: Expected fields of exactly one of captured, enriched, disposition, observed, verdict in a LeadEvent, but found fields of captured"
                                + " and enriched");
    }

    @Test
    void checksTextsThatTheMappingItselfHolds() {
        assertThat(fieldProblems("captured.how: {constant: FROM}"))
                .singleElement()
                .asString()
                .startsWith(
                        "m.yaml:8:32: error: Expected one of FORM, SIGN_UP, IMPORT, ENRICHMENT, BOOKING, OTHER, but found \"FROM\": did you mean \"FORM\"?");
        assertThat(fieldProblems("captured.attributes.employees: {column: x, default: few}"))
                .containsExactly("m.yaml:8:59: error: Expected a whole number, but found \"few\"");
        assertThat(fieldProblems(
                        "captured.attributes.phoneValid: {column: x, values: {words: {ok: 'true', bad: maybe}}}"))
                .containsExactly(
                        "m.yaml:8:59: error: Expected true or false (also yes, no, y, n, 1, 0), but found \"maybe\"");
    }

    @Test
    void checksTypesOfExpressions() {
        assertThat(fieldProblems("captured.attributes.employees: {expression: 'row.a == \"x\"'}"))
                .containsExactly(
                        "m.yaml:8:51: error: Expected an expression that gives a number for captured.attributes.employees, but it gives a bool");
        assertThat(fieldProblems("captured.attributes.phoneValid: {expression: line}"))
                .containsExactly(
                        "m.yaml:8:52: error: Expected an expression that gives true or false for captured.attributes.phoneValid, but it gives a int");
        assertThat(fieldProblems("captured.attributes.name: {expression: rwo.a}"))
                .containsExactly(
                        "m.yaml:8:46: error: Expected an expression over `row` and `line`, but undeclared reference to 'rwo' (in container '')");
        assertThat(fieldProblems("captured.attributes.name: {expression: 'row.a + 1'}"))
                .singleElement()
                .asString()
                .startsWith(
                        "m.yaml:8:53: error: Expected an expression over `row` and `line`, but found no matching overload for '_+_'");
        assertThat(problems(mapping("captured.attributes.name: x")
                        .replace("topic: leads", "topic: leads\n    when: row.a")))
                .containsExactly(
                        "m.yaml:7:11: error: Expected an expression that is true or false, but it gives a string");
    }

    @Test
    void tellsThePlaceOfAnExpressionHoweverItIsWritten() {
        assertThat(fieldProblems("captured.attributes.name: {expression: \"rwo.a\"}"))
                .singleElement()
                .asString()
                .startsWith("m.yaml:8:47: ");
        assertThat(fieldProblems("captured.attributes.name: {expression: 'row.a +\n          rwo.b'}"))
                .singleElement()
                .asString()
                .startsWith("m.yaml:8:46: ");
        assertThat(problems(mapping("captured.attributes.name: x")
                        .replace("topic: leads", "topic: leads\n    when: >-\n      rwo.a")))
                .singleElement()
                .asString()
                .startsWith("m.yaml:7:11: ");
    }

    @Test
    void checksFormats() {
        assertThat(fieldProblems("captured.attributes.name: {column: x, times: 2}"))
                .containsExactly(
                        "m.yaml:8:45: error: Expected `times` for a number only, but captured.attributes.name is a text");
        assertThat(fieldProblems("captured.attributes.employees: {column: x, decimal: ',,'}"))
                .containsExactly("m.yaml:8:59: error: Expected one character for `decimal`, but found `,,`");
        assertThat(fieldProblems("captured.attributes.name: {}"))
                .containsExactly(
                        "m.yaml:8:33: error: Expected one of column, constant, expression for captured.attributes.name, but found none");
        assertThat(fieldProblems("captured.attributes.name: {column: a, constant: b}"))
                .containsExactly(
                        "m.yaml:8:33: error: Expected one of column, constant, expression for captured.attributes.name, but found column and constant");
        assertThat(fieldProblems("captured.attributes.name: {column: a, values: countries}"))
                .containsExactly("m.yaml:8:53: error: Expected the name of a value map, but found \"countries\"");
        String mapping = mapping("captured.attributes.name: x");
        assertThat(problems(mapping.replace("occurredAt: at", "occurredAt: {column: at, format: HH:mm}")))
                .containsExactly(
                        "m.yaml:3:34: error: Expected a pattern of a date like dd-MM-yy, iso, epoch-seconds or epoch-millis for `format`, but found"
                                + " `HH:mm`: it gives no day, month and year");
        assertThat(problems(mapping.replace("occurredAt: at", "occurredAt: {column: at, zone: Europe/Berln}")))
                .containsExactly(
                        "m.yaml:3:32: error: Expected a time zone like Europe/Berlin or UTC, but found `Europe/Berln`: did you mean \"Europe/Berlin\"?");
        assertThat(problems(mapping.replace("occurredAt: at", "occurredAt: {column: at, at: noon}")))
                .containsExactly("m.yaml:3:30: error: Expected a time of day like 09:00 for `at`, but found `noon`");
    }

    @Test
    void checksSpreadsAndRepeats() {
        String mapping = mapping("captured.attributes.name: x");
        assertThat(problems(mapping.replace("occurredAt: at", "occurredAt: {spread: {over: 3bd, endingAt: soon}}")))
                .containsExactly(
                        "m.yaml:3:22: error: Expected `seed`, but found none",
                        "m.yaml:3:29: error: Expected a span of elapsed time like 15min, 4h, 2d or 2w for `over`, but found `3bd`",
                        "m.yaml:3:44: error: Expected now, a date or an instant for `endingAt`, but found `soon`");
        assertThat(
                        problems(
                                mapping.replace(
                                                "occurredAt: at",
                                                "occurredAt: {spread: {over: 1h, endingAt: now, seed: 1}}")
                                        .replace(
                                                "topic: leads",
                                                "topic: leads\n    after: 30min\n    repeat: {times: n, most: 4, every: 10min}")))
                .containsExactly(
                        "m.yaml:3:29: error: Expected a longer period than the PT1H from a row's instant to its last event, but found `1h`");
        assertThat(problems(mapping.replace("topic: leads", "topic: leads\n    repeat: {times: n}")))
                .containsExactly("m.yaml:7:13: error: Expected `most`, but found none");
    }

    @Test
    void publishesToInputTopicsOnly() {
        String mapping = mapping("captured.attributes.name: x");
        for (Topic topic : Catalogue.of("lead")) {
            boolean taken =
                    List.of("leads", "activities", "deals", "accounts", "reps").contains(topic.name());
            List<String> problems = problems(mapping.replace("topic: leads", "topic: " + topic.name()));
            assertThat(problems.stream().anyMatch(p -> p.contains("Expected a topic")))
                    .as(topic.name())
                    .isNotEqualTo(taken);
        }
    }

    @Test
    void comparesColumnsWithThoseOfAFile() throws Exception {
        Mapping mapping = Mapping.read(
                mapping(
                        "{captured.attributes.name: Name, captured.attributes.title: {expression: 'row[\"Jop\"] + row.x'}}"),
                "m.yaml",
                null,
                NOW);

        assertThat(mapping.missingFrom("f.csv", List.of("id", "at", "name", "Job", "x")))
                .containsExactlyInAnyOrder(
                        "m.yaml:8:34: Expected column `Name` in f.csv, but it has none of that name: did you mean \"name\"?",
                        "m.yaml:8:80: Expected column `Jop` in f.csv, but it has none of that name: did you mean \"Job\"?");
    }

    private static String mapping(String fields) {
        return """
                mapping: m
                key: id
                occurredAt: at
                events:
                  - event: captured
                    topic: leads
                    fields:
                      %s
                """.formatted(fields);
    }

    private static List<String> fieldProblems(String fields) {
        return problems(mapping(fields));
    }

    private static List<String> problems(String yaml) {
        MappingException e =
                catchThrowableOfType(MappingException.class, () -> Mapping.read(yaml, "m.yaml", null, NOW));
        return e == null ? List.of() : e.problems();
    }
}

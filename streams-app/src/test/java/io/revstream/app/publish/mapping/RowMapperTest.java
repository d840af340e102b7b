package io.revstream.app.publish.mapping;

import io.revstream.app.publish.rows.Rejection;
import io.revstream.app.publish.rows.Row;
import io.revstream.events.ActivityBy;
import io.revstream.events.ActivityEvent;
import io.revstream.events.CaptureKind;
import io.revstream.events.DealEvent;
import io.revstream.events.LeadAttributes;
import io.revstream.events.LeadEvent;
import io.revstream.events.RepEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RowMapperTest {

    private static final Instant NOW = Instant.parse("2026-10-21T12:00:00Z");

    @Test
    void convertsTextToEveryTypeOfTheSchemas() throws Exception {
        LeadEvent lead = (LeadEvent) one(
                leads("""
                captured.how: {column: how}
                captured.attributes.name: name
                captured.attributes.employees: {column: size, grouping: ','}
                captured.attributes.revenue: {column: revenue, decimal: ',', grouping: '.', times: 1000000}
                captured.attributes.phoneValid: valid
                captured.attributes.technologies: {column: tools, split: ';'}
                captured.attributes.more.tags: tags
                """),
                row(
                        "how",
                        "sign up",
                        "name",
                        " Ada ",
                        "size",
                        "1,200",
                        "revenue",
                        "1.100,04",
                        "valid",
                        "Yes",
                        "tools",
                        "a; b;;c",
                        "tags",
                        "x"));

        LeadAttributes attributes = lead.getCaptured().getAttributes();
        assertThat(lead.getCaptured().getHow()).isEqualTo(CaptureKind.SIGN_UP);
        assertThat(attributes.getName()).isEqualTo("Ada");
        assertThat(attributes.getEmployees()).isEqualTo(1200);
        assertThat(attributes.getRevenue()).isEqualTo(1_100_040_000L);
        assertThat(attributes.getPhoneValid()).isTrue();
        assertThat(attributes.getTechnologies()).containsExactly("a", "b", "c");
        assertThat(attributes.getMore()).isEqualTo(Map.of("tags", "x"));
        assertThat(LeadEvent.getDecoder().decode(LeadEvent.getEncoder().encode(lead)))
                .isEqualTo(lead);
    }

    @Test
    void convertsDecimalsDatesAndInstants() throws Exception {
        DealEvent deal = (DealEvent) one(mapping("deals", """
                created.stage: {constant: Qualified}
                created.fields.value: value
                created.fields.closeDate: {column: close, format: dd-MM-yy}
                """), row("value", "4514.5", "close", "03-11-17"));
        RepEvent rep = (RepEvent) one(mapping("reps", """
                repId: id
                absence.absenceId: id
                absence.from: {column: from, format: d MMM yyyy HH:mm, zone: America/New_York}
                absence.until: {column: until, format: epoch-seconds}
                """), row("from", "4 Jul 2026 09:30", "until", "1783987200"));

        assertThat(deal.getCreated().getFields().getValue()).isEqualTo(new BigDecimal("4514.50"));
        assertThat(deal.getCreated().getFields().getCloseDate()).isEqualTo(LocalDate.of(2017, 11, 3));
        assertThat(DealEvent.getDecoder().decode(DealEvent.getEncoder().encode(deal)))
                .isEqualTo(deal);
        assertThat(rep.getAbsence().getFrom()).isEqualTo(Instant.parse("2026-07-04T13:30:00Z"));
        assertThat(rep.getAbsence().getUntil()).isEqualTo(Instant.parse("2026-07-14T00:00:00Z"));
        assertThat(rep.getAbsence().getWithdrawn()).isFalse();
    }

    @Test
    void readsInstantsInTheirSeveralIsoForms() throws Exception {
        Map<String, String> forms = Map.of(
                "2026-10-01", "2026-09-30T22:00:00Z",
                "2026-10-01T09:30", "2026-10-01T07:30:00Z",
                "2026-10-01 09:30:15", "2026-10-01T07:30:15Z",
                "2026-10-01T09:30:15.250Z", "2026-10-01T09:30:15.250Z",
                "2026-10-01T09:30:15+05:30", "2026-10-01T04:00:15Z");
        for (Map.Entry<String, String> form : forms.entrySet()) {
            Mapping mapping =
                    read(leads("captured.attributes.name: id").replace("key: id", "key: id\nzone: Europe/Berlin"));
            assertThat(events(mapping, row("at", form.getKey())).get(0).occurredAt())
                    .isEqualTo(form.getValue());
        }
    }

    @Test
    void givesResultsOfExpressionsAsColumnsWould() throws Exception {
        LeadEvent lead = (LeadEvent) one(leads("""
                captured.attributes.name: {expression: 'row.first + " " + row["last name"]'}
                captured.attributes.employees: {expression: 'double(row.n) * 2.5'}
                captured.attributes.phoneValid: {expression: 'row.n == "4"'}
                captured.attributes.technologies: {expression: 'row.list.split("|")'}
                captured.attributes.more.line: {expression: line}
                captured.attributes.more.half: {expression: 'double(row.n) / 8.0'}
                captured.attributes.more.when: {expression: 'timestamp("2026-10-01T00:00:00Z") + duration("1h")'}
                captured.attributes.more.none: {expression: 'row.n == "4" ? "" : "x"'}
                """), row("first", "Ada", "last name", "King", "n", "4", "list", "a|b"));

        LeadAttributes attributes = lead.getCaptured().getAttributes();
        assertThat(attributes.getName()).isEqualTo("Ada King");
        assertThat(attributes.getEmployees()).isEqualTo(10);
        assertThat(attributes.getPhoneValid()).isTrue();
        assertThat(attributes.getTechnologies()).containsExactly("a", "b");
        assertThat(attributes.getMore()).isEqualTo(Map.of("line", "7", "half", "0.5", "when", "2026-10-01T01:00:00Z"));
    }

    @Test
    void leavesBlankFieldsUnsetAndRecordsWithoutAnyUnset() throws Exception {
        DealEvent deal = (DealEvent) one(
                mapping("deals", """
                stageChanged.stage: {constant: Demo}
                stageChanged.fields.name: name
                stageChanged.fields.more.note: note
                """).replace("key: id", "key: id\nblank: [Select, n/a]"),
                row("name", " Select ", "note", "n/a"));

        assertThat(deal.getStageChanged().getStage()).isEqualTo("Demo");
        assertThat(deal.getStageChanged().getFields()).isNull();
        assertThat(deal.getCreated()).isNull();
    }

    @Test
    void keepsAnEmptyRecordThatItsParentCannotBeWithout() throws Exception {
        DealEvent deal = (DealEvent) one(mapping("deals", "created.stage: {constant: Demo}"), row());

        assertThat(deal.getCreated().getFields()).isNotNull();
        assertThat(deal.getCreated().getFields().getMore()).isEmpty();
    }

    @Test
    void mapsWordsStrictlyOrWithAnOtherwise() throws Exception {
        Mapping mapping =
                read(leads("""
                captured.attributes.country: {column: c, values: countries}
                captured.attributes.region: {column: r, values: {ignoreCase: true, else: '', words: {Mumbai: IN-MH}}}
                captured.attributes.product: {column: p, values: {keepOthers: true, words: {GTXPro: GTX Pro}}, default: none}
                """).replace("key: id", "key: id\nvalues: {countries: {words: {India: IN, unknown: ''}}}"));

        LeadAttributes known = attributes(mapping, row("c", "India", "r", "MUMBAI", "p", "GTXPro"));
        LeadAttributes other = attributes(mapping, row("c", "unknown", "r", "Pune", "p", "MG"));
        assertThat(List.of(known.getCountry(), known.getRegion(), known.getProduct()))
                .containsExactly("IN", "IN-MH", "GTX Pro");
        assertThat(other.getCountry()).isNull();
        assertThat(other.getRegion()).isNull();
        assertThat(other.getProduct()).isEqualTo("MG");
        assertThat(attributes(mapping, row("c", "", "r", "", "p", "")).getProduct())
                .isEqualTo("none");
        assertThat(rejection(mapping, row("c", "Indai", "p", "x")).reason())
                .isEqualTo(
                        "column \"c\": Expected a word of the values `countries` for captured.attributes.country, but found \"Indai\":"
                                + " did you mean \"India\"?");
    }

    @Test
    void tellsEverythingThatIsWrongWithARow() throws Exception {
        Mapping mapping = read(leads("""
                captured.how: how
                captured.attributes.employees: size
                captured.attributes.phoneValid: valid
                captured.attributes.title: {column: title, required: true}
                captured.attributes.technologies: tools
                captured.attributes.product: {expression: 'string(int(row.size))'}
                """));

        assertThat(rejection(
                                mapping,
                                row(
                                        "id",
                                        "",
                                        "at",
                                        "31-02-2017",
                                        "how",
                                        "phone",
                                        "size",
                                        "2.5",
                                        "valid",
                                        "maybe",
                                        "tools",
                                        "a;b"))
                        .reason()
                        .split("; ?(?=column|expression)"))
                .containsExactlyInAnyOrder(
                        "column \"id\": Expected a value for `key`, but it is blank",
                        "column \"at\": Expected an instant like 2026-10-21 or 2026-10-21T09:30:00Z for `occurredAt`, but found \"31-02-2017\"",
                        "column \"how\": Expected one of FORM, SIGN_UP, IMPORT, ENRICHMENT, BOOKING, OTHER for captured.how, but found \"phone\"",
                        "column \"size\": Expected a whole number for captured.attributes.employees, but found \"2.5\"",
                        "column \"valid\": Expected true or false (also yes, no, y, n, 1, 0) for captured.attributes.phoneValid, but found \"maybe\"",
                        "column \"title\": Expected a value for captured.attributes.title, but it is blank",
                        "column \"tools\": Expected a JSON array (or a separator as `split` in the mapping) for captured.attributes.technologies,"
                                + " but found \"a;b\"",
                        "expression: Expected a value for captured.attributes.product, but the expression failed: For input string: \"2.5\"");
    }

    @Test
    void rejectsNumbersAndDatesThatDoNotFit() throws Exception {
        Mapping mapping = read(mapping("deals", """
                created.stage: {constant: Demo}
                created.fields.value: v
                created.fields.closeDate: {column: d, format: dd-MM-yy}
                """));

        assertThat(rejection(mapping, row("v", "1.234")).reason())
                .isEqualTo(
                        "column \"v\": Expected a number of at most 12 digits before and 2 after the decimal point for created.fields.value,"
                                + " but found \"1.234\"");
        assertThat(rejection(mapping, row("v", "1234567890123")).reason()).contains("at most 12 digits before");
        for (String number : List.of("1,2", "$5", "1e999999999", "NaN", "0x10", "--1", "1 000")) {
            assertThat(rejection(mapping, row("v", number)).reason()).as(number).contains("Expected a number");
        }
        for (String date : List.of("31-02-17", "1-02-17", "2017-02-01", "01-13-17", "01-02-2017", "01-02-17 x")) {
            assertThat(rejection(mapping, row("d", date)).reason()).as(date).contains("Expected a date like dd-MM-yy");
        }
        Mapping leads = read(leads("captured.attributes.employees: n"));
        assertThat(rejection(leads, row("n", "2147483648")).reason())
                .contains("a whole number from -2147483648 to 2147483647");
    }

    @Test
    void rejectsABlankFieldOfARecordThatIsStated() throws Exception {
        Mapping mapping = read(mapping("deals", "{stageChanged.stage: stage, stageChanged.fields.name: name}"));

        assertThat(rejection(mapping, row("name", "x")).reason())
                .isEqualTo("column \"stage\": Expected a value for stageChanged.stage, but it is blank");
        assertThat(rejection(mapping, row()).reason())
                .isEqualTo("Expected a value for a field of stageChanged of `e`, but all are blank");
    }

    @Test
    void givesSeveralEventsOfARowAndOnlyThoseWhoseConditionHolds() throws Exception {
        Mapping mapping = read("""
                mapping: m
                source: web
                key: id
                occurredAt: at
                events:
                  - {event: captured, topic: leads, fields: {captured.attributes.name: name}}
                  - event: clicked
                    topic: activities
                    key: {expression: '"lead-" + row.id'}
                    source: mail
                    when: row.did == "click"
                    after: 10min
                    fields: {kind: {constant: EMAIL_CLICKED}}
                  - event: visit
                    topic: activities
                    repeat: {times: visits, most: 3, every: 1h}
                    fields: {kind: {constant: PAGE_VIEW}, asset: {expression: '"p" + string(line)'}}
                """);

        List<Publication> events = events(mapping, row("name", "Ada", "did", "click", "visits", "12"));
        assertThat(events.stream().map(p -> p.topic().name() + " " + p.key()))
                .containsExactly("leads 1", "activities lead-1", "activities 1", "activities 1", "activities 1");
        ActivityEvent click = (ActivityEvent) events.get(1).event();
        assertThat(click.getOccurredAt()).isEqualTo("2026-10-01T00:10:00Z");
        assertThat(click.getSource()).isEqualTo("mail");
        assertThat(click.getBy()).isEqualTo(ActivityBy.PROSPECT);
        assertThat(events.subList(2, 5).stream().map(Publication::occurredAt))
                .containsExactly(
                        Instant.parse("2026-10-01T00:00:00Z"),
                        Instant.parse("2026-10-01T01:00:00Z"),
                        Instant.parse("2026-10-01T02:00:00Z"));
        assertThat(events(mapping, row("name", "Ada", "visits", "0"))).hasSize(1);
        assertThat(events(mapping, row("name", "Ada", "visits", "-4"))).hasSize(1);
        assertThat(rejection(mapping, row("name", "Ada", "visits", "many")).reason())
                .contains("Expected a whole number for `times`");
    }

    @Test
    void derivesTheSameIdsFromTheSameRowInWhicheverFileAndLine() throws Exception {
        Mapping mapping = read(leads("captured.attributes.name: name"));
        Row row = row("name", "Ada");
        Row elsewhere = new Row("other.csv", 99, row.values(), row.original());

        assertThat(id(mapping, elsewhere)).isEqualTo(id(mapping, row));
        assertThat(id(mapping, row("name", "Ada", "not mapped", "x"))).isEqualTo(id(mapping, row));
        assertThat(id(mapping, row("name", "Eva"))).isNotEqualTo(id(mapping, row));
        assertThat(id(mapping, row("name", "Ada", "id", "2"))).isNotEqualTo(id(mapping, row));
        assertThat(id(mapping, row("name", "Ada", "at", "2026-10-02"))).isNotEqualTo(id(mapping, row));
        assertThat(id(read(leads("captured.attributes.name: name").replace("mapping: m", "mapping: n")), row))
                .isNotEqualTo(id(mapping, row));
    }

    @Test
    void takesAnIdFromAColumn() throws Exception {
        Mapping mapping =
                read(leads("captured.attributes.name: name").replace("topic: leads", "topic: leads\n    id: id"));

        assertThat(id(mapping, row("name", "Ada"))).isEqualTo("1");
    }

    @Test
    void spreadsRowsReproduciblyOverAPeriod() throws Exception {
        String yaml = leads("captured.attributes.name: name")
                .replace("occurredAt: at", "occurredAt: {spread: {over: 10d, endingAt: now, seed: 7}}");
        Mapping mapping = read(yaml.replace("topic: leads", "topic: leads\n    after: 1d"));
        List<Instant> instants = IntStream.range(0, 2000)
                .mapToObj(i ->
                        events(mapping, row("id", "" + i, "name", "x")).get(0).occurredAt())
                .toList();

        assertThat(instants).allSatisfy(at -> assertThat(at).isBetween(NOW.minus(Duration.ofDays(9)), NOW));
        for (int day = 1; day <= 9; day++) {
            Instant from = NOW.minus(Duration.ofDays(day));
            long inDay = instants.stream()
                    .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(Duration.ofDays(1))))
                    .count();
            assertThat(inDay).as("day %d", day).isBetween(2000L / 9 - 60, 2000L / 9 + 60);
        }
        assertThat(events(mapping, row("id", "5", "name", "x")).get(0).occurredAt())
                .isEqualTo(instants.get(5));
        Mapping otherSeed = read(yaml.replace("seed: 7", "seed: 8"));
        assertThat(events(otherSeed, row("id", "5", "name", "x")).get(0).occurredAt())
                .isNotEqualTo(instants.get(5));
        assertThat(id(otherSeed, row("id", "5", "name", "x"))).isEqualTo(id(mapping, row("id", "5", "name", "x")));
    }

    @Test
    void endsASpreadOnADay() throws Exception {
        Mapping mapping = read(leads("captured.attributes.name: name")
                .replace("occurredAt: at", "occurredAt: {spread: {over: 1d, endingAt: 2026-03-01, seed: 7}}"));

        assertThat(events(mapping, row("name", "x")).get(0).occurredAt())
                .isBetween(Instant.parse("2026-02-28T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void treatsColumnsThatAJsonRowLacksAsBlank() throws Exception {
        Mapping mapping = read(leads("""
                captured.attributes.name: name
                captured.attributes.title: {expression: 'row["job title"]'}
                """));

        assertThat(attributes(mapping, row("name", "Ada")).getTitle()).isNull();
    }

    private static Row row(String... columnsAndTexts) {
        Map<String, String> values = new LinkedHashMap<>(Map.of("id", "1", "at", "2026-10-01"));
        for (int i = 0; i < columnsAndTexts.length; i += 2) {
            values.put(columnsAndTexts[i], columnsAndTexts[i + 1]);
        }
        return new Row("f.csv", 7, values, String.join(",", values.values()));
    }

    private static String leads(String fields) {
        return mapping("leads", fields);
    }

    private static String mapping(String topic, String fields) {
        return """
                mapping: m
                key: id
                occurredAt: at
                events:
                  - event: e
                    topic: %s
                    fields:
                %s
                """.formatted(topic, fields.indent(6));
    }

    private static Mapping read(String yaml) throws MappingException {
        return Mapping.read(yaml, "m.yaml", null, NOW);
    }

    private static Object one(String yaml, Row row) throws MappingException {
        return events(read(yaml), row).get(0).event();
    }

    private static LeadAttributes attributes(Mapping mapping, Row row) {
        return ((LeadEvent) events(mapping, row).get(0).event()).getCaptured().getAttributes();
    }

    private static String id(Mapping mapping, Row row) {
        return (String) events(mapping, row).get(0).event().get("eventId");
    }

    private static List<Publication> events(Mapping mapping, Row row) {
        Mapped mapped = new RowMapper(mapping, false).map(row);
        assertThat(mapped).isInstanceOf(Mapped.Events.class);
        return ((Mapped.Events) mapped).events();
    }

    private static Rejection rejection(Mapping mapping, Row row) {
        return ((Mapped.Rejected) new RowMapper(mapping, false).map(row)).rejection();
    }
}

package io.revstream.app.publish;

import io.revstream.app.publish.mapping.Mapping;
import io.revstream.app.publish.mapping.Publication;
import io.revstream.app.publish.mapping.RowMapper;
import io.revstream.events.AccountEvent;
import io.revstream.events.ActivityEvent;
import io.revstream.events.DealEvent;
import io.revstream.events.LeadAttributes;
import io.revstream.events.LeadEvent;
import io.revstream.events.RepEvent;
import io.revstream.policy.Facts;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.PolicyReading;
import io.revstream.profile.LeadFacts;
import io.revstream.profile.LeadProfile;
import io.revstream.scoring.Engagement;
import io.revstream.scoring.Models;
import io.revstream.scoring.Scorecard;
import io.revstream.scoring.Scoring;
import io.revstream.state.Occurrence;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The real data sets, where they stand beside the repository. */
class DataSetsTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().endsWith("streams-app") ? Path.of("..") : Path.of("");
    private static final Path DATA = ROOT.resolve("../shared/data");
    private static final Path EXAMPLES = ROOT.resolve("docs/examples");
    private static final Instant NOW = Instant.parse("2026-10-21T12:00:00Z");

    private final MemorySink sink = new MemorySink();

    @Test
    void everyLeadIsPublishedWithItsActivities() throws Exception {
        PublishReport report = publish("x-education/leads.yaml", "x-education-leads.csv");

        assertThat(report.rows()).isEqualTo(9240);
        assertThat(report.published()).isEqualTo(9240);
        assertThat(report.rejected()).isZero();
        assertThat(report.events()).containsEntry("leads", 9240L).containsKey("activities");
        assertThat(sink.publications())
                .allSatisfy(p -> assertThat(p.occurredAt()).isBetween(NOW.minus(Duration.ofDays(30)), NOW));
        assertIdsAreDistinct();

        List<Publication> third = of("8cc8c611-a219-4f35-ad23-fdfd2656bd8a");
        LeadEvent lead = (LeadEvent) third.get(0).event();
        assertThat(lead.getCaptured().getAttributes().getEmail()).isEqualTo("lead-660727@prospects.invalid");
        assertThat(lead.getCaptured().getAttributes().getCountry()).isEqualTo("IN");
        assertThat(lead.getCaptured().getAttributes().getTitle()).isEqualTo("Student");
        assertThat(lead.getCaptured().getAttributes().getMore())
                .containsEntry("converted", "1")
                .doesNotContainKey("x");
        assertThat(third.stream().skip(1).map(p -> ((ActivityEvent) p.event()).getKind()))
                .containsExactly(
                        "FORM_SUBMITTED",
                        "PAGE_VIEW",
                        "PAGE_VIEW",
                        "TEN_MINUTES_ON_SITE",
                        "TEN_MINUTES_ON_SITE",
                        "EMAIL_OPENED");
    }

    @Test
    void everyDealIsPublishedWithItsStages() throws Exception {
        PublishReport report = publish("crm/deals.yaml", "crm/sales_pipeline.csv");

        assertThat(report.rows()).isEqualTo(8800);
        assertThat(report.published()).isEqualTo(8800);
        // 8,800 created, 8,300 engaged (all but 500 in Prospecting), 6,711 closed.
        assertThat(report.events()).containsOnlyKeys("deals").containsEntry("deals", 8800L + 8300L + 6711L);
        assertIdsAreDistinct();

        List<Publication> second = of("Z063OYW0");
        DealEvent created = (DealEvent) second.get(0).event();
        assertThat(created.getOccurredAt()).isEqualTo(Instant.parse("2016-10-25T13:00:00Z"));
        assertThat(created.getBackfill()).isTrue();
        assertThat(created.getCreated().getFields().getProduct()).isEqualTo("GTX Pro");
        assertThat(created.getCreated().getFields().getOwnerId()).isEqualTo("darcel-schlecht");
        DealEvent closed = (DealEvent) second.get(2).event();
        assertThat(closed.getStageChanged().getStage()).isEqualTo("Closed Won");
        assertThat(closed.getStageChanged().getFields().getValue()).isEqualTo(new BigDecimal("4514.00"));
        assertThat(closed.getStageChanged().getFields().getCloseDate()).isEqualTo(LocalDate.of(2017, 3, 11));
    }

    @Test
    void everyAccountAndRepIsPublished() throws Exception {
        assertThat(publish("crm/accounts.yaml", "crm/accounts.csv").published()).isEqualTo(85);
        AccountEvent acme = (AccountEvent) of("acme-corporation").get(0).event();
        assertThat(acme.getDetails().getIndustry()).isEqualTo("technology");
        assertThat(acme.getDetails().getRevenue()).isEqualTo(1_100_040_000L);
        assertThat(acme.getDetails().getCountry()).isEqualTo("US");

        assertThat(publish("crm/reps.yaml", "crm/sales_teams.csv").published()).isEqualTo(35);
        RepEvent rep = (RepEvent) of("east").get(0).event();
        assertThat(rep.getRepId()).isEqualTo("violet-mclelland");
        assertThat(rep.getDetails().getZone()).isEqualTo("America/New_York");
        assertThat(rep.getDetails().getManagerId()).isEqualTo("cara-losch");
    }

    @Test
    void theExamplePolicyPromotesLeadsThatMostlyConvert() throws Exception {
        Policy policy = readExamplePolicy().orThrow();
        publish("x-education/leads.yaml", "x-education-leads.csv");

        Map<String, List<Publication>> leads =
                sink.publications().stream().collect(Collectors.groupingBy(Publication::key));
        List<List<Publication>> promoted = leads.values().stream()
                .filter(events -> qualifies(events, policy))
                .toList();
        double converted = promoted.stream().filter(DataSetsTest::converted).count();
        double all = leads.values().stream().filter(DataSetsTest::converted).count();

        assertThat((double) promoted.size() / leads.size()).as("promotion rate").isBetween(0.25, 0.40);
        assertThat(converted / promoted.size()).as("precision").isGreaterThan(0.70);
        assertThat(converted / all).as("recall").isGreaterThan(0.55);
    }

    @Test
    void theExamplePolicyIsSoundButForWhatTheDataLacks() throws Exception {
        assertThat(readExamplePolicy().problems())
                .singleElement()
                .asString()
                .contains("warning: Expected page visits to score by what is visited");
    }

    private static PolicyReading readExamplePolicy() throws Exception {
        Path file = EXAMPLES.resolve("x-education/policy.yaml");
        return PolicyReader.read(file.toString(), Files.readString(file), LocalDate.of(2026, 10, 21));
    }

    private static boolean converted(List<Publication> events) {
        return captured(events).getMore().get("converted").equals("1");
    }

    private static LeadAttributes captured(List<Publication> events) {
        return ((LeadEvent) events.get(0).event()).getCaptured().getAttributes();
    }

    private static boolean qualifies(List<Publication> events, Policy policy) {
        Publication first = events.get(0);
        Facts facts = new LeadFacts(
                LeadProfile.EMPTY.with(captured(events), new Occurrence(first.occurredAt(), "captured")),
                policy,
                Facts.NONE);
        Engagement engagement = Engagement.NONE;
        for (Publication publication : events.subList(1, events.size())) {
            engagement = engagement.with((ActivityEvent) publication.event());
        }
        Scorecard card = Scoring.score(
                facts,
                engagement,
                first.occurredAt(),
                Models.of(policy, facts),
                0,
                first.occurredAt().plus(Duration.ofDays(1)));
        return card.total() >= card.threshold() && card.fit() > 0 && card.engagement() > 0;
    }

    private PublishReport publish(String mappingFile, String dataFile) throws Exception {
        assumeTrue(Files.isDirectory(DATA), "The data sets do not stand beside the repository: " + DATA + " is absent");
        Mapping mapping = Mapping.load(EXAMPLES.resolve(mappingFile), null, NOW);
        String file = DATA.resolve(dataFile).toString();
        try (RowFiles rows = RowFiles.open(List.of(file), null, mapping, InputStream.nullInputStream())) {
            PublishReport report = new Publisher(
                            new RowMapper(mapping, true),
                            sink,
                            Throttle.perSecond(Double.POSITIVE_INFINITY),
                            r -> {},
                            () -> {})
                    .publish(rows.sources(), Long.MAX_VALUE);
            assertThat(report.first()).isEmpty();
            return report;
        }
    }

    private List<Publication> of(String key) {
        return sink.publications().stream().filter(p -> p.key().equals(key)).toList();
    }

    private void assertIdsAreDistinct() {
        assertThat(sink.publications().stream()
                        .map(p -> (String) p.event().get("eventId"))
                        .collect(Collectors.toSet()))
                .hasSameSizeAs(sink.publications());
    }
}

package io.revstream.random;

import io.revstream.events.ActivityBy;
import io.revstream.events.ActivityEvent;
import io.revstream.events.CaptureKind;
import io.revstream.events.DataIssueFound;
import io.revstream.events.LeadAttributes;
import io.revstream.events.LeadCaptured;
import io.revstream.events.LeadEvent;
import io.revstream.events.Score;
import io.revstream.lead.LeadExplanation;
import io.revstream.lead.LeadState;
import io.revstream.lead.LeadTopology;
import io.revstream.quarantine.Quarantine;
import io.revstream.scoring.Engagement;
import io.revstream.stream.Catalogue;
import io.revstream.stream.VirtualPipeline;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Activities of people and machines, told in any order within the tolerance, end in the same engagement, quarantine and score, and the
 * same of them are known to wait.
 */
class SuspectsInAnyOrderTest {

    private static final Instant MONDAY_9AM = Instant.parse("2026-03-02T14:00:00Z");
    private static final long FIRST = Long.getLong("random.seed", 0);
    private static final int HISTORIES = Integer.getInteger("random.histories", 2_500);

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        int suspects = 0;
        int retroactive = 0;
        for (long seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            Random random = new Random(seed);
            List<ActivityEvent> activities = activities(random);
            Outcome inOrder = Outcome.of(activities);
            Collections.shuffle(activities, random);
            Outcome shuffled = Outcome.of(activities);

            String again = "seed " + seed + " (again: -Drandom.seed=" + seed + " -Drandom.histories=1)";
            assertThat(shuffled.quarantine).as(again).isEqualTo(inOrder.quarantine);
            assertThat(shuffled.engagement).as(again).isEqualTo(inOrder.engagement);
            assertThat(shuffled.score).as(again).isEqualTo(inOrder.score);
            assertThat(shuffled.waiting).as(again).isEqualTo(inOrder.waiting);
            assertThat(shuffled.told).as(again).isEqualTo(inOrder.told);
            suspects += inOrder.waiting.isEmpty() ? 0 : 1;
            retroactive += inOrder.withdrew ? 1 : 0;
        }
        assertThat(suspects).as("histories with suspects").isGreaterThan(HISTORIES / 2);
        assertThat(retroactive).as("histories that withdrew what had counted").isGreaterThan(HISTORIES / 4);
    }

    /** Within less than an hour; clicks often fast, and no more of a signal than an engagement remembers. */
    private static List<ActivityEvent> activities(Random random) {
        List<ActivityEvent> activities = new ArrayList<>();
        int many = 3 + random.nextInt(35);
        int millis = 0;
        for (int i = 0; i < many; i++) {
            millis += random.nextInt(3) == 0 ? random.nextInt(100_000) : random.nextInt(6_000);
            boolean click = random.nextInt(3) > 0;
            Map<String, String> told = new HashMap<>();
            if (click && random.nextBoolean()) {
                told.put("link", "link-" + random.nextInt(5));
            }
            if (random.nextInt(12) == 0) {
                told.put("bot", "true");
            }
            String kind = click ? "EMAIL_CLICKED" : random.nextInt(4) == 0 ? "CALL" : "PAGE_VIEW";
            activities.add(ActivityEvent.newBuilder()
                    .setEventId("event-" + i)
                    .setOccurredAt(MONDAY_9AM.plusMillis(millis))
                    .setSource("web")
                    .setKind(kind)
                    .setBy(kind.equals("CALL") ? ActivityBy.REP : ActivityBy.PROSPECT)
                    .setAsset(kind.equals("CALL") ? null : "asset-" + random.nextInt(4))
                    .setProperties(told)
                    .build());
        }
        return activities;
    }

    private static final class Outcome {

        private final Set<String> waiting = new HashSet<>();
        private final Set<String> told = new HashSet<>();
        private Score score;
        private boolean withdrew;
        private Quarantine quarantine;
        private Engagement engagement;

        static Outcome of(List<ActivityEvent> activities) {
            Outcome outcome = new Outcome();
            VirtualPipeline pipeline =
                    new VirtualPipeline(List.of(LeadTopology.LEAD), one -> outcome.hear(one.event()));
            pipeline.adopt(Run.POLICY, Instant.EPOCH);
            pipeline.publish(Catalogue.LEADS, "ada", captured(), MONDAY_9AM);
            Instant at = MONDAY_9AM.plus(1, ChronoUnit.HOURS);
            for (ActivityEvent activity : activities) {
                assertThat(pipeline.publish(Catalogue.ACTIVITIES, "ada", activity, at))
                        .isEmpty();
                at = at.plusMillis(1);
            }
            LeadState state = (LeadState) pipeline.state("lead", "ada");
            outcome.quarantine = state.quarantine();
            outcome.engagement = state.engagement();
            outcome.score = LeadExplanation.of(state, Run.POLICY, at).score().toScore();
            return outcome;
        }

        private void hear(Object event) {
            if (event instanceof DataIssueFound issue && issue.getIssue().equals("suspect-activity")) {
                if (issue.getResolved()) {
                    waiting.removeAll(issue.getEventIds());
                } else {
                    assertThat(waiting).as("suspects told again").doesNotContainAnyElementsOf(issue.getEventIds());
                    waiting.addAll(issue.getEventIds());
                    told.addAll(issue.getEventIds());
                    withdrew = withdrew || issue.getDetails().containsKey("hadCounted");
                }
            }
        }

        private static LeadEvent captured() {
            LeadAttributes attributes = LeadAttributes.newBuilder()
                    .setName("Ada")
                    .setEmail("ada@example.com")
                    .setCompany("Example")
                    .build();
            return LeadEvent.newBuilder()
                    .setEventId("captured")
                    .setOccurredAt(MONDAY_9AM)
                    .setSource("web")
                    .setCaptured(new LeadCaptured(CaptureKind.FORM, attributes))
                    .build();
        }
    }
}

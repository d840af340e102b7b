package io.revstream.random;

import io.revstream.events.ActivityEvent;
import io.revstream.events.DispositionKind;
import io.revstream.events.LeadDisposition;
import io.revstream.events.LeadEvent;
import io.revstream.events.LifecycleChanged;
import io.revstream.events.MqlPromoted;
import io.revstream.events.NurtureChanged;
import io.revstream.events.NurtureKind;
import io.revstream.stream.Catalogue;
import io.revstream.stream.VirtualPipeline.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random leads over more than a year: promoted once in each pass, by rules and by hand, rejected for all reasons; and none of those who
 * were rejected is lost. More of them: {@code -Drandom.weeks=1000}; one again: {@code -Drandom.seed=17 -Drandom.weeks=1}.
 */
class RejectedLeadsTest {

    private static final long FIRST = Long.getLong("random.seed", 0);
    private static final int WEEKS = Integer.getInteger("random.weeks", 100);
    private static final Instant END = RandomWeeks.MONDAY_8AM.plus(Duration.ofDays(400));
    private static final List<String> REASONS =
            List.of("FIT-01", "FIT-02", "FIT-03", "ENG-01", "ENG-02", "QUAL-01", "QUAL-02", "QUAL-03");

    @Test
    @Tag("REJ-18")
    void whoIsRejectedIsRecycledArchivedOrInNurtureAndNeverLost() {
        Map<NurtureKind, Integer> seen = new EnumMap<>(NurtureKind.class);
        int byHand = 0;
        for (long seed = FIRST; seed < FIRST + WEEKS; seed++) {
            Run run = Run.of(arrivals(seed), END);
            try {
                eachPassHasOnePromotionWithItsFlag(run);
                eachRejectionIsTold(run);
                nobodyIsLeftInBetween(run);
                nothingWakesWhoWasArchived(run);
            } catch (AssertionError e) {
                throw new AssertionError("Random leads of seed " + seed, e);
            }
            run.events(NurtureChanged.class).forEach(one -> seen.merge(one.getKind(), 1, Integer::sum));
            byHand += (int) run.events(MqlPromoted.class).stream()
                    .filter(one -> one.getRule().equals("manual"))
                    .count();
        }
        if (WEEKS >= 100) {
            assertThat(byHand).isPositive();
            assertThat(seen.keySet())
                    .contains(
                            NurtureKind.RECYCLED,
                            NurtureKind.ENROLLED,
                            NurtureKind.REENGAGE,
                            NurtureKind.ARCHIVED,
                            NurtureKind.RENURTURE_LISTED,
                            NurtureKind.RENURTURE_UNLISTED);
        }
    }

    /** Of the leads of random weeks, more are qualified by hand, rejected for more reasons, and book meetings. */
    private static List<Arrival> arrivals(long seed) {
        Random random = new Random(~seed);
        List<Arrival> all = new ArrayList<>(RandomWeeks.of(seed));
        Set<String> leads = all.stream()
                .filter(one -> one.topic().equals(Catalogue.LEADS))
                .map(Arrival::key)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String lead : leads) {
            for (int i = random.nextInt(8); i > 0; i--) {
                Instant at = RandomWeeks.MONDAY_8AM.plusMillis(
                        (long) (random.nextDouble() * RandomWeeks.TWO_WEEKS.toMillis()));
                String id = "more-" + lead + "-" + i;
                all.add(
                        random.nextInt(4) == 0
                                ? new Arrival(at, Catalogue.ACTIVITIES, lead, meeting(id, at))
                                : new Arrival(at, Catalogue.LEADS, lead, decision(id, at, random)));
            }
        }
        all.sort(Comparator.comparing(Arrival::at));
        return all;
    }

    private static ActivityEvent meeting(String id, Instant at) {
        return ActivityEvent.newBuilder()
                .setEventId(id)
                .setOccurredAt(at)
                .setSource("calendar")
                .setKind("MEETING_BOOKED")
                .build();
    }

    private static LeadEvent decision(String id, Instant at, Random random) {
        DispositionKind kind = List.of(DispositionKind.QUALIFY, DispositionKind.REJECT, DispositionKind.DISQUALIFY)
                .get(random.nextInt(3));
        return LeadEvent.newBuilder()
                .setEventId(id)
                .setOccurredAt(at)
                .setSource("crm")
                .setDisposition(LeadDisposition.newBuilder()
                        .setDecision(kind)
                        .setDecidedBy("somebody")
                        .setRole("marketing")
                        .setReasonCode(
                                kind == DispositionKind.QUALIFY ? null : REASONS.get(random.nextInt(REASONS.size())))
                        .setConfirmed(
                                kind == DispositionKind.QUALIFY && random.nextBoolean()
                                        ? List.of("BUDGET", "NEED")
                                        : List.of())
                        .build())
                .build();
    }

    private static void eachPassHasOnePromotionWithItsFlag(Run run) {
        Set<String> passes = new HashSet<>();
        Map<String, String> statuses = new HashMap<>();
        for (Published one : run.published()) {
            if (one.event() instanceof MqlPromoted promoted) {
                assertThat(passes.add(promoted.getLeadId() + " pass " + promoted.getPass()))
                        .as("one promotion in each pass, but also %s", promoted)
                        .isTrue();
                assertThat(promoted.getRecycled())
                        .as("recycled flag of %s", promoted)
                        .isEqualTo("RECYCLED".equals(statuses.get(promoted.getLeadId() + " before")));
                assertThat(promoted.getRecycledFrom() != null && !promoted.getRecycled())
                        .as("a reason without the flag in %s", promoted)
                        .isFalse();
            } else if (one.event() instanceof LifecycleChanged changed) {
                statuses.put(changed.getLeadId() + " before", statuses.get(changed.getLeadId()));
                statuses.put(changed.getLeadId(), changed.getStatus());
            }
        }
    }

    /** Rejected = recycled + archived, at the very instant, with the reason. */
    private static void eachRejectionIsTold(Run run) {
        List<String> rejected = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (Published one : run.published()) {
            if (one.event() instanceof LifecycleChanged changed
                    && Set.of("rejected", "disqualified").contains(changed.getBecause())) {
                rejected.add(changed.getStatus() + " " + changed.getLeadId() + " " + changed.getReasonCode() + " "
                        + one.at());
            } else if (one.event() instanceof NurtureChanged nurture
                    && (nurture.getKind() == NurtureKind.RECYCLED || "rejected".equals(nurture.getTrigger()))
                    && nurture.getKind() != NurtureKind.ENROLLED) {
                told.add(
                        nurture.getKind() + " " + nurture.getLeadId() + " " + nurture.getReasonCode() + " " + one.at());
            }
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(rejected);
    }

    /** After a year without news, whoever is still recycled waits in nurture for what nobody told, or was never live. */
    private static void nobodyIsLeftInBetween(Run run) {
        Map<String, String> statuses = new HashMap<>();
        Map<String, NurtureChanged> nurture = new HashMap<>();
        Set<String> live = new HashSet<>();
        for (Published one : run.published()) {
            if (one.event() instanceof LifecycleChanged changed) {
                statuses.put(changed.getLeadId(), changed.getStatus());
                if (!changed.getHistorical()) {
                    live.add(changed.getLeadId());
                }
            } else if (one.event() instanceof NurtureChanged changed) {
                nurture.put(changed.getLeadId(), changed);
            }
        }
        statuses.forEach((lead, status) -> {
            if (live.contains(lead)) {
                assertThat(status)
                        .as("status of %s after a year, of whom the last was %s", lead, nurture.get(lead))
                        .isNotEqualTo("RECYCLED");
            }
        });
    }

    private static void nothingWakesWhoWasArchived(Run run) {
        Set<String> archived = new HashSet<>();
        for (Published one : run.published()) {
            if (one.event() instanceof LifecycleChanged changed) {
                if (changed.getStatus().equals("ARCHIVED")) {
                    archived.add(changed.getLeadId());
                } else {
                    archived.remove(changed.getLeadId());
                }
            } else if (one.event() instanceof NurtureChanged nurture
                    && nurture.getKind() != NurtureKind.ARCHIVED
                    && nurture.getKind() != NurtureKind.RENURTURE_UNLISTED) {
                assertThat(archived).as("archived before %s", nurture).doesNotContain(nurture.getLeadId());
            } else if (one.event() instanceof MqlPromoted promoted) {
                assertThat(archived).as("archived before %s", promoted).doesNotContain(promoted.getLeadId());
            }
        }
    }
}

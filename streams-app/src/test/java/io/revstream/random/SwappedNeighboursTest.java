package io.revstream.random;

import io.revstream.events.ActionRequested;
import io.revstream.events.ActivityBy;
import io.revstream.events.ActivityEvent;
import io.revstream.events.HandoffChanged;
import io.revstream.events.LeadEvent;
import io.revstream.events.LifecycleChanged;
import io.revstream.events.MqlPromoted;
import io.revstream.events.Score;
import io.revstream.events.ScoreChanged;
import io.revstream.events.SlaClockChanged;
import io.revstream.events.SlaStepReached;
import io.revstream.stream.Topic;
import io.revstream.stream.VirtualPipeline.Published;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two inputs of a lead that come in within a tenth of a second from different topics lead to the same decisions in either order, but for
 * their cause, their words and the fraction of the second.
 */
class SwappedNeighboursTest {

    private static final Score NO_SCORE = new Score(
            "", "", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, List.of());

    private static final int WALKS = Integer.getInteger("random.weeks", 300);
    private static final long FIRST = Long.getLong("random.seed", 0);
    private static final Instant END =
            RandomWeeks.MONDAY_8AM.plus(RandomWeeks.TWO_WEEKS).plus(40, ChronoUnit.DAYS);

    @Test
    void swappingNeighboursLeadsToTheSameDecisions() {
        int swapped = 0;
        for (long seed = FIRST; seed < FIRST + WALKS; seed++) {
            List<Arrival> one = new ArrayList<>(wholeSeconds(RandomWeeks.of(seed)));
            Pair pair = Pair.of(seed, one);
            if (pair != null && !pair.answersWhatJustHappened(one)) {
                swapped++;
                Map<String, List<String>> inOrder = decisions(pair.inOrder(one));
                Map<String, List<String>> afterSwap = decisions(pair.swapped(one));
                Set<String> keys = new TreeSet<>(inOrder.keySet());
                keys.addAll(afterSwap.keySet());
                for (String key : keys) {
                    assertThat(afterSwap.get(key))
                            .as("%s of seed %d after swapping\n%s\n%s", key, seed, pair.first(), pair.second())
                            .isEqualTo(inOrder.get(key));
                }
            }
        }
        assertThat(swapped).isGreaterThan(WALKS / 3);
    }

    private static List<Arrival> wholeSeconds(List<Arrival> arrivals) {
        return arrivals.stream().map(Occurred::toTheSecond).toList();
    }

    /** What was decided, by topic and key, without what tells the order of the causes. */
    private static Map<String, List<String>> decisions(List<Arrival> arrivals) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (Published one : Run.of(arrivals, END).published()) {
            if (one.topic().role() == Topic.Role.OUTPUT) {
                Map<String, String> ofKey =
                        all.computeIfAbsent(one.topic().name() + "/" + one.key(), key -> new TreeMap<>());
                ofKey.put(subject(one, ofKey.size()), withoutCause(one));
            }
        }
        Map<String, List<String>> decisions = new TreeMap<>();
        all.forEach((key, ofKey) -> decisions.put(key, changes(ofKey.values())));
        return decisions;
    }

    /** Of a score, a stage and each clock, the last of a second counts: what lasted for milliseconds is no decision to act on. */
    private static String subject(Published one, int place) {
        Instant second = one.at().truncatedTo(ChronoUnit.SECONDS);
        if (one.event() instanceof SlaClockChanged clock) {
            return second + " " + clock.getPass() + " " + clock.getRound() + " " + clock.getClock();
        }
        boolean lastCounts = one.event() instanceof ScoreChanged || one.event() instanceof LifecycleChanged;
        return second + (lastCounts ? "" : " %06d".formatted(place));
    }

    /** Without what says again what the one before said. */
    private static List<String> changes(Collection<String> all) {
        List<String> changes = new ArrayList<>();
        String before = "";
        for (String one : all) {
            String content = one.replaceFirst("\"occurredAt\": \"[^\"]*\"", "");
            if (!content.equals(before)) {
                changes.add(one);
            }
            before = content;
        }
        return changes;
    }

    /**
     * A promotion carries the score that caused it, and an action or a handoff what was known then, which the other of the two may still
     * have added to; a score that is told again because
     * it changed for a moment is told in the pass, and as the news, of that moment.
     */
    private static String withoutCause(Published one) {
        String text = one.event().toString();
        if (one.event() instanceof MqlPromoted promoted) {
            text = MqlPromoted.newBuilder(promoted).setScore(NO_SCORE).build().toString();
        } else if (one.event() instanceof ScoreChanged score) {
            text = ScoreChanged.newBuilder(score)
                    .setPass(0)
                    .setHistorical(false)
                    .build()
                    .toString();
        } else if (one.event() instanceof ActionRequested action) {
            text = ActionRequested.newBuilder(action)
                    .setDetails(Map.of())
                    .build()
                    .toString();
        } else if (one.event() instanceof HandoffChanged handoff) {
            text = HandoffChanged.newBuilder(handoff)
                    .setPassed(Map.of())
                    .setMissing(List.of())
                    .build()
                    .toString();
        }
        return text.replaceFirst("\"eventId\": \"[^\"]*\", ", "")
                .replaceFirst("\"causedBy\": \"[^\"]*\", ", "")
                .replaceFirst("\"fromStage\": [^,]*, ", "")
                .replaceFirst("\"because\": \"[^\"]*\"", "")
                .replaceFirst("\"workingMillis\": [0-9]+, ", "")
                .replaceAll("\"occurrences\": [^}]*", "")
                .replaceAll("\\.[0-9]{3}Z", "Z");
    }

    /** Two arrivals of one lead from different topics that become neighbours: the second is brought up to the first. */
    private record Pair(int place, Arrival first, Arrival second, int gap) {

        static Pair of(long seed, List<Arrival> arrivals) {
            Random random = new Random(seed);
            List<Arrival> ofLeads =
                    arrivals.stream().filter(one -> canBeSwapped(one, arrivals)).toList();
            for (int tries = 0; tries < 50 && !ofLeads.isEmpty(); tries++) {
                Arrival first = ofLeads.get(random.nextInt(ofLeads.size()));
                List<Arrival> others = ofLeads.stream()
                        .filter(one ->
                                one.key().equals(first.key()) && !one.topic().equals(first.topic()))
                        .filter(one -> one.at().isAfter(first.at()))
                        .toList();
                boolean alone = arrivals.stream()
                                .filter(one -> one.at().equals(first.at()))
                                .count()
                        == 1;
                // On the hour offices open and close between the two: then their time counts, not their order.
                boolean onTheHour = first.at().getEpochSecond() % 900 == 0;
                if (alone && !onTheHour && !others.isEmpty()) {
                    Arrival second = others.get(random.nextInt(others.size()));
                    arrivals.remove(second);
                    return new Pair(
                            arrivals.indexOf(first), first, Occurred.at(second, first.at()), 1 + random.nextInt(99));
                }
            }
            return null;
        }

        /**
         * What enriches a lead after its promotion cannot change the promotion any more, in whichever order it was meant to come. Nobody
         * has a verdict on an activity within a tenth of a second of it.
         */
        private static boolean canBeSwapped(Arrival arrival, List<Arrival> all) {
            if (arrival.event() instanceof ActivityEvent activity) {
                return !activity.getBackfill();
            }
            return arrival.event() instanceof LeadEvent told
                    && !told.getBackfill()
                    && told.getVerdict() == null
                    && (told.getDisposition() != null || isFirst(arrival, all));
        }

        private static boolean isFirst(Arrival arrival, List<Arrival> all) {
            return all.stream()
                    .filter(one ->
                            one.topic().equals(arrival.topic()) && one.key().equals(arrival.key()))
                    .findFirst()
                    .orElseThrow()
                    .equals(arrival);
        }

        /**
         * Nobody decides on a lead, or calls it, within a tenth of a second of its promotion. And where a deadline lies between the two,
         * it is their time that counts, not their order.
         */
        boolean answersWhatJustHappened(List<Arrival> arrivals) {
            return (isBySales(first) || isBySales(second))
                    && Stream.of(inOrder(arrivals), swapped(arrivals)).anyMatch(this::promotesOrBreaches);
        }

        private static boolean isBySales(Arrival arrival) {
            return arrival.event() instanceof LeadEvent told
                    ? told.getDisposition() != null
                    : ((ActivityEvent) arrival.event()).getBy() == ActivityBy.REP;
        }

        private boolean promotesOrBreaches(List<Arrival> arrivals) {
            return Run.of(arrivals, END).published().stream()
                    .filter(one -> one.event() instanceof MqlPromoted || one.event() instanceof SlaStepReached)
                    .filter(one -> one.key().equals(first.key()))
                    .anyMatch(one -> one.at().truncatedTo(ChronoUnit.SECONDS).equals(first.at()));
        }

        List<Arrival> inOrder(List<Arrival> arrivals) {
            return with(arrivals, first, second);
        }

        List<Arrival> swapped(List<Arrival> arrivals) {
            return with(arrivals, second, first);
        }

        private List<Arrival> with(List<Arrival> arrivals, Arrival earlier, Arrival later) {
            List<Arrival> all = new ArrayList<>(arrivals);
            all.set(place, earlier.at(first.at()));
            all.add(place + 1, later.at(first.at().plusMillis(gap)));
            return all;
        }
    }
}

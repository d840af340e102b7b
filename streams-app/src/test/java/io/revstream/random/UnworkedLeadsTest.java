package io.revstream.random;

import io.revstream.app.Events;
import io.revstream.events.ClockChange;
import io.revstream.events.LeadAssigned;
import io.revstream.events.MqlPromoted;
import io.revstream.events.SlaClockChanged;
import io.revstream.events.SlaStepReached;
import io.revstream.events.StepKind;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.Presets;
import io.revstream.stream.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Under a chain that takes a lead away after 48 hours, no MQL stays with reps for longer without a sign of life from them. Where nobody
 * can take it, it waits in a queue, which has a clock of its own.
 */
class UnworkedLeadsTest {

    private static final int WEEKS = Math.min(200, Integer.getInteger("random.weeks", 200));
    private static final Duration MOST = Duration.ofDays(2);
    private static final Instant END = RandomWeeks.MONDAY_8AM.plus(RandomWeeks.TWO_WEEKS);

    /** Of a team: in two weeks a lead can be taken away seven times. */
    private static final int REPS = 12;

    private static final String SWEEP = """
                - clock: sweep
                  calendar: office
                  starts: promotion
                  stops: {kinds: any, by: REP}
                  target: 48h
                  chain:
                    - {step: nag, from: 1d, every: 4bh, until: 48h, says: WARNED, tells: owner}
                    - {step: reassign, at: 48h, says: BREACHED, tells: manager, then: REASSIGN}
                  reassignments: 9
            """;

    @Test
    @Tag("SLA-33")
    void noMqlStaysUnworkedForOverFortyEightHours() {
        Policy policy = sweeping();
        int reassigned = 0;
        for (long seed = 0; seed < WEEKS; seed++) {
            Run run = Run.of(RandomWeeks.of(seed), END, policy);
            reassigned += (int) run.events(SlaStepReached.class).stream()
                    .filter(step -> step.getClock().equals("sweep")
                            && step.getKind() == StepKind.BREACHED
                            && step.getAction().equals("REASSIGN"))
                    .count();
            check(seed, run, false);
        }
        assertThat(reassigned).as("leads that were taken away").isPositive();
    }

    @Test
    @Tag("SLA-33")
    void whereThereAreEnoughRepsThatHoldsForEveryMqlFromItsPromotionOn() {
        Policy policy = sweeping();
        int promoted = 0;
        for (long seed = 0; seed < WEEKS; seed++) {
            Run run = Run.of(withEnoughReps(RandomWeeks.of(seed), policy), END, policy);
            promoted += mqls(run).size();
            assertThat(begun(run))
                    .as("seed %d: MQLs that the sweep looks after", seed)
                    .containsAll(mqls(run));
            check(seed, run, true);
        }
        assertThat(promoted).isPositive();
    }

    /** All but those of imported history, which nobody is told of. */
    private static Set<String> mqls(Run run) {
        Set<String> assigned = run.events(LeadAssigned.class).stream()
                .map(one -> one.getLeadId() + " pass " + one.getPass())
                .collect(Collectors.toCollection(TreeSet::new));
        return run.timed(MqlPromoted.class).stream()
                .filter(one -> one.at().equals(one.event().getOccurredAt()) || assigned.contains(key(one.event())))
                .map(one -> key(one.event()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String key(MqlPromoted mql) {
        return mql.getLeadId() + " pass " + mql.getPass();
    }

    private static Set<String> begun(Run run) {
        return run.events(SlaClockChanged.class).stream()
                .filter(clock -> clock.getClock().equals("sweep") && clock.getChange() == ClockChange.STARTED)
                .map(clock -> clock.getSubjectId() + " pass " + clock.getPass())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each team has more reps than can lose a lead in the time, and they are never away. */
    private static List<Arrival> withEnoughReps(List<Arrival> arrivals, Policy policy) {
        List<Arrival> all = new ArrayList<>();
        for (String team : policy.routing().teams().keySet()) {
            for (int i = 0; i < REPS; i++) {
                String rep = team + "-always-" + i;
                all.add(new Arrival(
                        RandomWeeks.MONDAY_8AM, Catalogue.REPS, team, Events.rep(rep, rep, RandomWeeks.MONDAY_8AM)));
            }
        }
        all.addAll(arrivals);
        return all;
    }

    /**
     * Each clock of an owner ends within 48 hours of its start: by contact, by a reassignment, or because nobody needs to act.
     *
     * @param inQueues whether the time that a lead waits for an owner counts too
     */
    private static void check(long seed, Run run, boolean inQueues) {
        Map<String, Instant> open = new HashMap<>();
        List<Run.At<SlaClockChanged>> moves = run.timed(SlaClockChanged.class).stream()
                .filter(one -> one.event().getClock().equals("sweep"))
                .toList();
        for (Run.At<SlaClockChanged> one : moves) {
            SlaClockChanged clock = one.event();
            String key = clock.getSubjectId() + " pass " + clock.getPass() + " round " + clock.getRound();
            boolean runs = clock.getChange() == ClockChange.STARTED || clock.getChange() == ClockChange.RESCHEDULED;
            if (runs && (inQueues || clock.getOwnerId() != null)) {
                open.putIfAbsent(key, one.at());
            } else {
                Instant since = open.remove(key);
                assertThat(since == null || !one.at().isAfter(since.plus(MOST)))
                        .as("seed %d: %s was unworked from %s to %s", seed, key, since, one.at())
                        .isTrue();
            }
        }
        open.forEach((key, since) -> assertThat(since.plus(MOST))
                .as("seed %d: when %s had to be over", seed, key)
                .isAfterOrEqualTo(END));
    }

    private static Policy sweeping() {
        String text = Presets.text("mid-market");
        return PolicyReader.read(
                        "sweeping", text.replaceFirst("(?m)^    - clock: queue$", SWEEP + "    - clock: queue"))
                .policy();
    }
}

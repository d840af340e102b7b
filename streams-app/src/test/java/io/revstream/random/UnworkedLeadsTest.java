package io.revstream.random;

import io.revstream.events.ClockChange;
import io.revstream.events.SlaClockChanged;
import io.revstream.events.SlaStepReached;
import io.revstream.events.StepKind;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.Presets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            check(seed, run);
        }
        assertThat(reassigned).as("leads that were taken away").isPositive();
    }

    /** Each clock of an owner ends within 48 hours of its start: by contact, by a reassignment, or because nobody needs to act. */
    private static void check(long seed, Run run) {
        Map<String, Instant> open = new HashMap<>();
        List<Run.At<SlaClockChanged>> moves = run.timed(SlaClockChanged.class).stream()
                .filter(one -> one.event().getClock().equals("sweep"))
                .toList();
        for (Run.At<SlaClockChanged> one : moves) {
            SlaClockChanged clock = one.event();
            String key = clock.getSubjectId() + " pass " + clock.getPass() + " round " + clock.getRound();
            boolean runs = clock.getChange() == ClockChange.STARTED || clock.getChange() == ClockChange.RESCHEDULED;
            if (runs && clock.getOwnerId() != null) {
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

package io.revstream.random;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Random weeks, each of its own seed. More of them: {@code -Drandom.weeks=10000}; one again: {@code -Drandom.seed=17 -Drandom.weeks=1}. */
class RandomWeeksTest {

    private static final long FIRST = Long.getLong("random.seed", 0);
    private static final int WEEKS = Integer.getInteger("random.weeks", 10_000);
    private static final Instant END = RandomWeeks.MONDAY_8AM.plus(RandomWeeks.TWO_WEEKS);

    @Test
    void whateverComesInTheInvariantsHold() {
        for (long seed = FIRST; seed < FIRST + WEEKS; seed++) {
            List<Arrival> arrivals = RandomWeeks.of(seed);
            try {
                new Invariants(arrivals, Run.of(arrivals, END)).check();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "Random weeks of seed " + seed + " (again: -Drandom.seed=" + seed + " -Drandom.weeks=1)", e);
            }
        }
    }

    /** A replay in virtual time: all that was published, event by event. Along the journal of a broker it is shown by the tests on one. */
    @Test
    void theSameInputsGiveTheSameDecisions() {
        for (long seed = FIRST; seed < FIRST + WEEKS; seed++) {
            List<Arrival> arrivals = RandomWeeks.of(seed);
            assertThat(Run.of(arrivals, END).equals(Run.of(arrivals, END)))
                    .as("Whether seed %d decides the same again", seed)
                    .isTrue();
        }
    }

    @Test
    void randomWeeksAreFullOfEvents() {
        List<Run> runs =
                List.of(Run.of(RandomWeeks.of(1), END), Run.of(RandomWeeks.of(2), END), Run.of(RandomWeeks.of(3), END));
        assertThat(runs.stream()
                        .flatMap(run -> run.published().stream())
                        .map(one -> one.topic().name())
                        .distinct())
                .contains(
                        "scores",
                        "lifecycle",
                        "mql-promotions",
                        "routing-assignments",
                        "sla-clocks",
                        "sla-breaches",
                        "data-issues",
                        "contact-facts");
    }
}

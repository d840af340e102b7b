package io.revstream.stream;

import io.revstream.events.DealAlert;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.PolicyTimeline;
import io.revstream.policy.Presets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A new policy is brought to every aggregate, on a decider whose aggregates note under which version they stand. */
class RescoringTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final Instant ELEVEN = NINE.plus(Duration.ofHours(2));
    private static final Policy FIRST = version("v-1");
    private static final Policy SECOND = version("v-2");
    private static final Policy THIRD = version("v-3");
    private static final PolicyTimeline BEFORE = PolicyTimeline.of(FIRST);

    /** Version of an aggregate, how often it was decided on, and its deadline or null. */
    record Noted(String key, String version, int decisions, Instant deadline) {}

    /** Input "deadline" arms one of half an hour; "frozen" aggregates do not care for policies, a "broken" one fails. */
    private static final class Noting implements Decider<Noted> {

        private final boolean rescored;

        Noting(boolean rescored) {
            this.rescored = rescored;
        }

        @Override
        public Noted initial(String key) {
            return new Noted(key, null, 0, null);
        }

        @Override
        public Decision<Noted> decide(Noted state, Input input, Instant now, Policy policy) {
            boolean rescoring = input.event() instanceof Rescoring;
            if (rescoring && state.key().startsWith("frozen")) {
                return Decision.nothing(state);
            }
            if (rescoring && state.key().equals("broken")) {
                throw new IllegalStateException("broken on purpose");
            }
            String what = rescoring ? "rescored" : input.event() instanceof WakeUp ? "woken" : "told";
            Instant deadline = rescoring
                    ? state.deadline()
                    : "deadline".equals(input.event()) ? now.plus(Duration.ofMinutes(30)) : null;
            return Decision.of(
                    new Noted(state.key(), policy.version(), state.decisions() + 1, deadline),
                    List.of(said(state.key(), what + " " + state.decisions())));
        }

        @Override
        public Instant wakeAt(Noted state) {
            return state.deadline();
        }

        @Override
        public boolean isRescored() {
            return rescored;
        }

        private static Output said(String key, String what) {
            return new Output(
                    Catalogue.DEAL_ALERTS,
                    key,
                    DealAlert.newBuilder()
                            .setDealId(key)
                            .setLeadId(null)
                            .setOwnerId(null)
                            .setAlert(what)
                            .setStage("")
                            .setItems(List.of())
                            .setPushes(0)
                            .setBecause("")
                            .build());
        }
    }

    /** An engine with all that it needs. */
    private static final class Task {

        private final List<String> said = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();
        private final MapAggregates<Noted> aggregates = new MapAggregates<>();
        private final SweepMark mark = SweepMark.inMemory();
        private final MapDueIndex due = new MapDueIndex();
        private DeciderEngine<Noted> engine;

        Task(boolean rescored) {
            restart(rescored);
            engine.adopt(BEFORE, Instant.EPOCH);
        }

        /** As after a restart: what is kept is there, the rest is new. */
        void restart(boolean rescored) {
            engine = new DeciderEngine<>("test", new Noting(rescored), aggregates, due, mark, new Outlet() {
                @Override
                public void publish(List<Output> outputs, Instant at) {
                    for (Output output : outputs) {
                        DealAlert alert = (DealAlert) output.event();
                        said.add(alert.getOccurredAt() + " " + output.key() + " " + alert.getAlert() + " by "
                                + alert.getPolicyVersion() + " " + alert.getEventId());
                    }
                }

                @Override
                public void wakeUpFailed(String key, Input wakeUp, Refused failure) {
                    failures.add(key + " " + wakeUp.eventId());
                }
            });
        }

        void in(String key, String what, Instant at) {
            try {
                engine.accept(key, new Input(what, key + what + at, at, null, false), at);
            } catch (Refused refused) {
                throw new IllegalStateException(refused.getMessage(), refused);
            }
        }

        List<String> says() {
            return said.stream()
                    .map(line -> line.substring(0, line.lastIndexOf(' ')))
                    .toList();
        }
    }

    @Test
    void aggregatesAreRescoredInTheOrderOfTheirKeysSomeAtATickAndEachOnce() {
        Task task = told("c", "a", "d", "b", "e");
        task.engine.adopt(BEFORE.with(SECOND, TEN), TEN);

        assertThat(step(task, TEN, 2)).containsExactly("a", "b");
        assertThat(step(task, TEN.plusSeconds(1), 2)).containsExactly("c", "d");
        assertThat(task.engine.isSweeping()).isTrue();
        assertThat(step(task, TEN.plusSeconds(2), 2)).containsExactly("e");
        assertThat(task.engine.isSweeping()).isFalse();
        assertThat(step(task, TEN.plusSeconds(3), 2)).isEmpty();
        assertThat(task.says())
                .containsExactly(
                        TEN + " a rescored 1 by v-2",
                        TEN + " b rescored 1 by v-2",
                        TEN.plusSeconds(1) + " c rescored 1 by v-2",
                        TEN.plusSeconds(1) + " d rescored 1 by v-2",
                        TEN.plusSeconds(2) + " e rescored 1 by v-2");
    }

    @Test
    void keysAreInTheOrderOfTheirBytesAsAStoreHasThem() {
        Task task = told("\uD83D\uDE00", "\uFFFD", "z");
        task.engine.adopt(BEFORE.with(SECOND, TEN), TEN);

        assertThat(step(task, TEN, 3)).containsExactly("z", "\uFFFD", "\uD83D\uDE00");
    }

    @Test
    void anAggregatesOwnDueWakeUpComesFirstAndIsDecidedByThePolicyOfItsInstant() {
        Task task = new Task(true);
        task.in("a", "deadline", NINE);
        task.said.clear();
        task.engine.adopt(BEFORE.with(SECOND, TEN), TEN);
        step(task, ELEVEN, 10);

        assertThat(task.says())
                .containsExactly(
                        NINE.plus(Duration.ofMinutes(30)) + " a woken 1 by v-1", ELEVEN + " a rescored 2 by v-2");
    }

    @Test
    void aDeadlineAtTheVeryInstantOfAStepHasNotPassed() {
        Task task = new Task(true);
        task.in("a", "deadline", TEN.minus(Duration.ofMinutes(30)));
        task.said.clear();
        task.engine.adopt(BEFORE.with(SECOND, TEN), TEN);
        step(task, TEN, 10);
        task.in("a", "told", TEN);

        assertThat(task.says()).containsExactly(TEN + " a rescored 1 by v-2", TEN + " a told 2 by v-2");
        assertThat(task.due.earliest()).isNull();
    }

    @Test
    void nothingIsRescoredBeforeThePolicyTakesEffect() {
        Task task = told("a");
        task.engine.adopt(BEFORE.with(SECOND, TEN), TEN);

        assertThat(step(task, TEN.minusMillis(1), 10)).isEmpty();
        assertThat(step(task, TEN, 10)).containsExactly("a");
    }

    @Test
    void aSweepGoesOnWhereItStoodAfterARestart() {
        Task task = told("a", "b", "c");
        PolicyTimeline after = BEFORE.with(SECOND, TEN);
        task.engine.adopt(after, TEN);
        assertThat(step(task, TEN, 1)).containsExactly("a");
        task.restart(true);
        task.engine.policies(after);

        assertThat(step(task, TEN.plusSeconds(1), 5)).containsExactly("b", "c");
    }

    @Test
    void aSecondPolicyDuringASweepBeginsItAnew() {
        Task task = told("a", "b");
        task.engine.adopt(BEFORE.with(SECOND, TEN), TEN);
        step(task, TEN, 1);
        task.engine.adopt(BEFORE.with(SECOND, TEN).with(THIRD, ELEVEN), ELEVEN);
        step(task, ELEVEN, 5);

        assertThat(task.says())
                .containsExactly(
                        TEN + " a rescored 1 by v-2", ELEVEN + " a rescored 2 by v-3", ELEVEN + " b rescored 1 by v-3");
        assertThat(task.said).doesNotHaveDuplicates();
    }

    @Test
    void whatIsAsItWasIsNotWrittenAndItsInstantsStay() {
        Task task = told("frozen");
        Aggregate<Noted> before = task.aggregates.get("frozen");
        task.engine.adopt(BEFORE.with(SECOND, TEN), TEN);

        assertThat(step(task, ELEVEN, 5)).containsExactly("frozen");
        assertThat(task.aggregates.get("frozen")).isSameAs(before);
    }

    @Test
    void oneThatFailsIsToldAndDoesNotStopTheOthers() {
        Task task = told("a", "broken", "c");
        task.engine.adopt(BEFORE.with(SECOND, TEN), TEN);
        step(task, TEN, 5);

        assertThat(task.failures).containsExactly("broken rescoring/test/broken/v-2");
        assertThat(task.says()).hasSize(2);
    }

    @Test
    void nobodyIsRescoredByAFirstPolicyAChallengerOrWhereNothingFollowsFromThePolicy() {
        Task task = told("a");
        assertThat(task.engine.isSweeping()).isFalse();
        task.engine.adopt(BEFORE.beside(SECOND, TEN), TEN);
        assertThat(task.engine.isSweeping()).isFalse();
        Task other = new Task(false);
        other.engine.adopt(BEFORE.with(SECOND, TEN), TEN);
        assertThat(other.engine.isSweeping()).isFalse();
    }

    @Test
    void aStepOfASweepThatDoesNotExistIsNotRepeated() {
        Task task = told("a");
        assertThatThrownBy(() -> task.engine.sweepTo("a")).hasMessageStartingWith("Expected a sweep of test");
    }

    /** Steps of any size, wake-ups in any batches, restarts: what a journal says of them is enough to repeat all of it. */
    @Test
    void aSweepIsRepeatedExactlyFromWhatIsJournaled() {
        for (long seed = 1; seed <= 300; seed++) {
            Task live = new Task(true);
            Task again = new Task(true);
            Random random = new Random(seed);
            PolicyTimeline policies = BEFORE;
            Instant at = NINE;
            for (int i = 0; i < 120; i++) {
                at = at.plusSeconds(random.nextInt(600));
                int dice = random.nextInt(10);
                if (dice == 0 && policies.versions().size() < 4) {
                    policies = policies.with(version("w-" + i), at);
                    live.engine.adopt(policies, at);
                    again.engine.adopt(policies, at);
                } else if (dice < 5) {
                    String key = "k" + random.nextInt(30);
                    String what = random.nextBoolean() ? "deadline" : "told";
                    live.in(key, what, at);
                    again.in(key, what, at);
                } else {
                    live.engine.tick(at);
                    live.engine.wakeDue(1 + random.nextInt(3));
                    List<String> keys = live.engine.sweep(1 + random.nextInt(4));
                    again.engine.tick(at);
                    again.engine.wakeDue(1_000_000);
                    if (!keys.isEmpty()) {
                        again.engine.sweepTo(keys.get(keys.size() - 1));
                    }
                }
            }
            live.engine.wakeDue(1_000_000);
            assertThat(states(again)).as("seed %d", seed).isEqualTo(states(live));
            assertThat(again.said).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(live.said);
        }
    }

    private static List<Noted> states(Task task) {
        return task.aggregates.all().values().stream().map(Aggregate::state).toList();
    }

    private static Task told(String... keys) {
        Task task = new Task(true);
        for (String key : keys) {
            task.in(key, "told", NINE);
        }
        task.said.clear();
        return task;
    }

    private static List<String> step(Task task, Instant tick, int most) {
        task.engine.tick(tick);
        return task.engine.sweep(most);
    }

    private static Policy version(String version) {
        return PolicyReader.read(
                        "p", Presets.text("mid-market").replaceFirst("(?m)^version: .*$", "version: " + version))
                .orThrow();
    }
}

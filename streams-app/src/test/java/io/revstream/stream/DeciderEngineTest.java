package io.revstream.stream;

import io.revstream.events.DealAlert;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyTimeline;
import io.revstream.policy.Presets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The rules of time, on a decider that counts down: an input "start" arms a deadline of an hour, "stop" disarms it. */
class DeciderEngineTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final Instant ELEVEN = NINE.plus(Duration.ofHours(2));

    private final List<String> said = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final List<Instant> clocks = new ArrayList<>();
    private final MapAggregates<Countdown> aggregates = new MapAggregates<>();
    private final MapDueIndex due = new MapDueIndex();
    private final SweepMark mark = SweepMark.inMemory();
    private DeciderEngine<Countdown> engine;

    /** Deadline of one aggregate, or null. */
    record Countdown(String key, Instant deadline) {}

    private static class CountdownDecider implements Decider<Countdown> {
        @Override
        public Countdown initial(String key) {
            return new Countdown(key, null);
        }

        @Override
        public Decision<Countdown> decide(Countdown state, Input input, Instant now, Policy policy) {
            if (input.event() instanceof WakeUp) {
                if (state.key().equals("broken")) {
                    throw new IllegalStateException("broken on purpose");
                }
                return Decision.of(new Countdown(state.key(), null), List.of(say(state.key(), "missed")));
            }
            return switch ((String) input.event()) {
                case "start" ->
                    Decision.of(
                            new Countdown(state.key(), now.plus(Duration.ofHours(1))),
                            List.of(say(state.key(), "started")));
                case "yesterday" ->
                    Decision.of(new Countdown(state.key(), NINE), List.of(say(state.key(), "late news")));
                case "stop" -> Decision.of(new Countdown(state.key(), null), List.of(say(state.key(), "stopped")));
                case "refuse" -> Decision.refused(state, "Expected anything else, but found refuse");
                default -> throw new IllegalArgumentException("unknown");
            };
        }

        @Override
        public Instant wakeAt(Countdown state) {
            return state.deadline();
        }

        private static Output say(String key, String what) {
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

    @BeforeEach
    void startWithAPolicy() {
        CountdownDecider decider = new CountdownDecider() {
            @Override
            public Decision<Countdown> decide(Countdown state, Input input, Instant now, Policy policy) {
                clocks.add(input.clock());
                return super.decide(state, input, now, policy);
            }
        };
        engine = new DeciderEngine<>("test", decider, aggregates, due, mark, new Outlet() {
            @Override
            public void publish(List<Output> outputs, Instant at) {
                for (Output output : outputs) {
                    DealAlert alert = (DealAlert) output.event();
                    ids.add(alert.getEventId());
                    said.add(alert.getOccurredAt() + " " + output.key() + " " + alert.getAlert());
                }
            }

            @Override
            public void wakeUpFailed(String key, Input wakeUp, Refused failure) {
                failures.add(key + " " + failure.code());
            }
        });
        engine.policies(PolicyTimeline.EMPTY.with(Presets.policy("mid-market"), NINE));
    }

    /** A consumer that drops what it has seen by its id would drop the second otherwise. */
    @Test
    void whatIsDueTwiceForTheSameInstantIsSaidUnderTwoIds() {
        in("a", "yesterday", TEN);
        in("a", "yesterday", ELEVEN);
        engine.tick(ELEVEN.plusSeconds(1));
        engine.wakeDue(10);
        assertThat(said)
                .containsExactly(
                        TEN + " a late news", TEN + " a missed", ELEVEN + " a late news", ELEVEN + " a missed");
        assertThat(ids).doesNotHaveDuplicates().hasSize(4);
    }

    private DeciderEngine.Fate in(String key, String what, Instant at) {
        return in(key, what, at, key + what + at);
    }

    private DeciderEngine.Fate in(String key, String what, Instant at, String id) {
        try {
            return engine.accept(key, new Input(what, id, at, null, false), at);
        } catch (Refused refused) {
            throw new IllegalStateException(refused.getMessage(), refused);
        }
    }

    @Test
    void anInputExactlyAtADeadlineIsInTime() {
        in("a", "start", NINE);
        in("a", "stop", TEN);
        engine.tick(ELEVEN);
        assertThat(engine.wakeDue(10)).isFalse();
        assertThat(said).containsExactly(NINE + " a started", TEN + " a stopped");
        assertThat(due.earliest()).isNull();
    }

    @Test
    void whoDecidesIsToldHowLateItIs() {
        in("a", "start", NINE);
        engine.tick(ELEVEN);
        engine.wakeDue(10);
        in("a", "start", TEN, "late");
        assertThat(clocks).containsExactly(NINE, ELEVEN, ELEVEN);
    }

    @Test
    void aDeadlineIsMissedAtItsDueInstantHoweverLateTimeIsToldOfIt() {
        in("a", "start", NINE);
        engine.tick(ELEVEN);
        engine.wakeDue(10);
        assertThat(said).containsExactly(NINE + " a started", TEN + " a missed");
    }

    @Test
    void anAggregatesOwnWakeUpFiresBeforeItsNextInput() {
        in("a", "start", NINE);
        in("a", "start", ELEVEN);
        assertThat(said).containsExactly(NINE + " a started", TEN + " a missed", ELEVEN + " a started");
    }

    @Test
    void aTickAtTheDeadlineItselfDoesNotFireIt() {
        in("a", "start", NINE);
        engine.tick(TEN);
        engine.wakeDue(10);
        in("a", "stop", TEN);
        assertThat(said).containsExactly(NINE + " a started", TEN + " a stopped");
    }

    @Test
    void theClockIsTheLastTickSoAnOlderInputFindsTheWakeUpFired() {
        in("a", "start", NINE);
        engine.tick(ELEVEN);
        in("a", "stop", TEN.plusMillis(1));
        assertThat(said).containsExactly(NINE + " a started", TEN + " a missed", TEN.plusMillis(1) + " a stopped");
    }

    @Test
    void instantsOfAnAggregateNeverRunBackward() {
        in("a", "start", TEN);
        in("a", "stop", NINE);
        assertThat(said).containsExactly(TEN + " a started", TEN + " a stopped");
    }

    @Test
    void anEventIdThatWasSeenBeforeIsDropped() {
        assertThat(in("a", "start", NINE, "same")).isEqualTo(DeciderEngine.Fate.DECIDED);
        assertThat(in("a", "start", TEN, "same")).isEqualTo(DeciderEngine.Fate.DUPLICATE);
        assertThat(in("b", "start", TEN, "same")).isEqualTo(DeciderEngine.Fate.DECIDED);
        assertThat(said).containsExactly(NINE + " a started", TEN + " b started");
    }

    @Test
    void aRefusedInputLeavesTheAggregateAsItWasAndMayComeAgain() {
        in("a", "start", NINE);
        Aggregate<Countdown> before = aggregates.get("a");
        assertThatThrownBy(() -> engine.accept("a", new Input("refuse", "r", NINE, null, false), NINE))
                .isInstanceOf(Refused.class)
                .hasMessage("Expected anything else, but found refuse");
        assertThat(aggregates.get("a")).isEqualTo(before);
    }

    @Test
    void aWakeUpThatFailsIsToldAndDoesNotStopTheOthers() {
        in("broken", "start", NINE);
        in("c", "start", NINE);
        engine.tick(ELEVEN);
        engine.wakeDue(10);
        assertThat(failures).containsExactly("broken FAILED");
        assertThat(said).contains(TEN + " c missed");
        assertThat(due.earliest()).isNull();
    }

    @Test
    void historyDoesNotCarryTheInstantOfItsPublication() throws Refused {
        engine.accept("a", new Input("stop", "old", NINE, null, true), ELEVEN);
        assertThat(said).containsExactly(NINE + " a stopped");
    }

    /** Batches of any size, ticks at any time, inputs in the same order: each aggregate says the same. */
    @Test
    void batchingAndTickingChangeNoDecision() {
        for (long seed = 1; seed <= 200; seed++) {
            List<String> first = randomRun(seed, 1_000_000, 1);
            List<String> second = randomRun(seed, 1, 7);
            assertThat(second).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(first);
        }
    }

    private List<String> randomRun(long seed, int batch, int ticksApart) {
        said.clear();
        aggregates.all().clear();
        startWithAPolicy();
        due.clear();
        Random random = new Random(seed);
        Instant at = NINE;
        for (int i = 0; i < 200; i++) {
            at = at.plusSeconds(random.nextInt(900));
            in("k" + random.nextInt(8), random.nextInt(3) == 0 ? "stop" : "start", at, "e" + i);
            if (i % ticksApart == 0) {
                engine.tick(at);
                engine.wakeDue(batch);
            }
        }
        engine.tick(at.plus(Duration.ofDays(1)));
        while (engine.wakeDue(batch)) {
            // until nothing is due
        }
        return List.copyOf(said);
    }
}

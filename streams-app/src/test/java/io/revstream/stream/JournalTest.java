package io.revstream.stream;

import io.revstream.events.JournalRun;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class JournalTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = NINE.plusSeconds(3600);
    private static final Instant ELEVEN = NINE.plusSeconds(7200);

    private final Journal journal = new Journal("clock");

    @Test
    void ticksThatWokeNobodyAreOneRunAndWorthNoEntry() {
        journal.ticked(NINE);
        journal.woke(0);
        journal.ticked(TEN);
        assertThat(journal.take()).isNull();
        journal.ticked(ELEVEN);
        journal.woke(1);
        assertThat(journal.take().getRuns())
                .extracting(JournalRun::getTick, JournalRun::getWoken)
                .containsExactly(tuple(ELEVEN, 1));
    }

    /** What was said tells how late it was, so that a replay has to wake the same at the same tick. */
    @Test
    void aTickThatWokeSomebodyIsARunOfItsOwn() {
        journal.ticked(NINE);
        journal.woke(500);
        journal.ticked(NINE);
        journal.woke(20);
        journal.ticked(TEN);
        journal.woke(0);
        journal.ticked(ELEVEN);
        journal.woke(3);
        journal.rescored("lead-7");
        journal.ticked(ELEVEN);
        assertThat(journal.take().getRuns())
                .extracting(JournalRun::getTick, JournalRun::getWoken, JournalRun::getRescoredTo)
                .containsExactly(
                        tuple(NINE, 500, null),
                        tuple(NINE, 20, null),
                        tuple(ELEVEN, 3, "lead-7"),
                        tuple(ELEVEN, 0, null));
    }
}

package io.revstream.pipeline;

import io.revstream.pipeline.StageVisits.Stay;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StageVisitsTest {

    private static final Instant MONDAY = Instant.parse("2026-10-19T13:00:00Z");
    private static final long DAY = Duration.ofDays(1).toMillis();

    @Test
    void theAverageIsThatOfTheVisitsThatEndedLast() {
        StageVisits visits = StageVisits.NONE;
        for (int i = 1; i <= 6; i++) {
            visits = visits.with(stay("d" + i, i, 2 * i));
        }
        assertThat(visits.averageMillis(4, 1)).isEqualTo((3 + 4 + 5 + 6) * DAY / 4);
        assertThat(visits.counted(4)).isEqualTo(4);
        assertThat(visits.averageMillis(50, 6)).isEqualTo((1 + 2 + 3 + 4 + 5 + 6) * DAY / 6);
        assertThat(visits.counted(50)).isEqualTo(6);
    }

    @Test
    void tooFewVisitsHaveNoAverage() {
        assertThat(StageVisits.NONE.averageMillis(50, 1)).isNull();
        StageVisits two = StageVisits.NONE.with(stay("d1", 0, 3)).with(stay("d2", 0, 5));
        assertThat(two.averageMillis(50, 3)).isNull();
        assertThat(two.averageMillis(50, 2)).isEqualTo(4 * DAY);
    }

    @Test
    void whatIsToldOfTheSameEntryAgainCorrectsIt() {
        StageVisits visits = StageVisits.NONE.with(stay("d1", 0, 3)).with(stay("d2", 0, 5));
        assertThat(visits.with(stay("d1", 0, 3))).isEqualTo(visits);
        assertThat(visits.with(stay("d1", 0, 7)).averageMillis(50, 2)).isEqualTo(6 * DAY);
        assertThat(visits.without(stay("d2", 0, 9)).latest()).containsExactly(stay("d1", 0, 3));
    }

    @Test
    void theSameVisitsInAnyOrderAreTheSame() {
        Random random = new Random(7);
        List<Stay> stays = new ArrayList<>();
        for (int i = 0; i < 2 * StageVisits.MOST; i++) {
            stays.add(stay("d" + i, 0, 1 + random.nextInt(100)));
        }
        StageVisits inOrder = all(stays);
        assertThat(inOrder.latest()).hasSize(StageVisits.MOST);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(stays, random);
            assertThat(all(stays)).isEqualTo(inOrder);
        }
    }

    @Test
    void visitsComeBackEqualFromTheirStoredForm() {
        StageVisits visits = StageVisits.NONE.with(stay("d1", 0, 3)).with(stay("d2", 1, 5));
        StateWriter out = new StateWriter();
        visits.write(out);
        StateReader in = new StateReader(out.toBytes());
        assertThat(StageVisits.read(in)).isEqualTo(visits);
        in.end();
    }

    private static StageVisits all(List<Stay> stays) {
        StageVisits visits = StageVisits.NONE;
        for (Stay stay : stays) {
            visits = visits.with(stay);
        }
        return visits;
    }

    private static Stay stay(String deal, int from, int until) {
        return new Stay(deal, MONDAY.plus(Duration.ofDays(from)), MONDAY.plus(Duration.ofDays(until)));
    }
}

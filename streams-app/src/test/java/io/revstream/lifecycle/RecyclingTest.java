package io.revstream.lifecycle;

import io.revstream.policy.RejectionRules.Watching;
import io.revstream.scoring.KnownFacts;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RecyclingTest {

    private static final Instant MAY = Instant.parse("2026-05-01T09:00:00Z");
    private static final Instant AUGUST = Instant.parse("2026-08-01T09:00:00Z");

    @Test
    void everyRecyclingComesBackFromItsBytes() {
        Recycling begun = Recycling.NONE.begun(MAY, Map.of("employees", List.of("40"), "title", List.of()));
        List<Recycling> all = List.of(
                Recycling.NONE,
                begun,
                begun.enrolled(AUGUST).takenUp(),
                begun.watching("title", List.of("vp")).looked(true, true),
                begun.enrolled(null).ended());
        for (Recycling recycling : all) {
            StateWriter out = new StateWriter();
            recycling.write(out);
            StateReader in = new StateReader(out.toBytes());
            assertThat(Recycling.read(in)).isEqualTo(recycling);
            in.end();
        }
    }

    @Test
    void theEarlierOfItsTimersIsDue() {
        Recycling begun = Recycling.NONE.begun(MAY, Map.of());

        assertThat(Recycling.NONE.nextDue()).isNull();
        assertThat(begun.nextDue()).isEqualTo(MAY);
        assertThat(begun.enrolled(AUGUST).nextDue()).isEqualTo(MAY);
        assertThat(begun.enrolled(AUGUST).takenUp().nextDue()).isEqualTo(AUGUST);
    }

    @Test
    void whatEndedLeavesNothingBehind() {
        Recycling open =
                Recycling.NONE.begun(MAY, Map.of("title", List.of("vp"))).enrolled(AUGUST);

        assertThat(open.isOpen()).isTrue();
        assertThat(open.ended()).isEqualTo(Recycling.NONE);
        assertThat(open.ended().isOpen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "40, 60, GROWS, employees from 40 to 60",
                "40, 40, GROWS, -",
                "40, 20, GROWS, -",
                "-, 60, GROWS, -",
                "40, -, GROWS, -",
                "40, 60, CHANGES, employees from 40 to 60",
                "40, 20, CHANGES, employees from 40 to 20",
                "-, 60, CHANGES, employees from unknown to 60",
                "40, -, CHANGES, -",
                "40, 40, CHANGES, -"
            })
    void aChangeIsAnotherValueAndGrowthAGreaterOne(Integer before, Integer now, Watching when, String change) {
        KnownFacts facts = new KnownFacts(now == null ? Map.of() : Map.of("employees", now));
        List<String> words = before == null ? List.of() : List.of(before.toString());

        assertThat(Watch.change("employees", words, facts, when)).isEqualTo(change);
    }
}

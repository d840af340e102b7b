package io.revstream.lead;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class DoingTest {

    private static final Doing TOLD = new Doing(2_000, true, true, false, false, 7);

    @ParameterizedTest
    @MethodSource("changes")
    void anAccountIsToldOfPointsByEnoughAndOfAnythingElseAtOnce(Doing now, int tellFrom, boolean news) {
        assertThat(TOLD.isOutdatedBy(now, tellFrom)).isEqualTo(news);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments(TOLD, 0, false),
                arguments(new Doing(2_001, true, true, false, false, 7), 0, true),
                arguments(new Doing(2_499, true, true, false, false, 7), 5, false),
                arguments(new Doing(2_500, true, true, false, false, 7), 5, true),
                arguments(new Doing(1_500, true, true, false, false, 7), 5, true),
                arguments(new Doing(2_001, false, true, false, false, 7), 5, true),
                arguments(new Doing(2_000, true, false, false, false, 7), 5, true),
                arguments(new Doing(2_000, true, true, true, false, 7), 5, true),
                arguments(new Doing(2_000, true, true, false, true, 7), 5, true),
                arguments(new Doing(2_000, true, true, false, false, 8), 5, true),
                arguments(Doing.NOTHING, 50, true));
    }

    @Test
    void whatIsLeftOfPointsIsTakenBackHoweverFewTheyWere() {
        assertThat(new Doing(100, false, false, false, false, 0).isOutdatedBy(Doing.NOTHING, 50))
                .isTrue();
    }
}

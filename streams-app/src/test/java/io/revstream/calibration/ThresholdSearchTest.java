package io.revstream.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ThresholdSearchTest {

    private static final List<Long> TEN = points(10, 20, 30, 40, 50, 60, 70, 80, 90, 100);

    @Test
    @Tag("CAL-02")
    void eightyPercentOfTheWinsPassTheThresholdAndOnePointMoreWouldPassFewer() {
        assertThat(ThresholdSearch.keeping(TEN, 80)).isEqualTo(30);
        assertThat(ThresholdSearch.split(30, TEN, List.of()).wins()).isEqualTo(new Share(8, 10));
        assertThat(ThresholdSearch.split(31, TEN, List.of()).wins()).isEqualTo(new Share(7, 10));
    }

    @Test
    @Tag("CAL-02")
    void whereEightyPercentIsNoWholeNumberOfWinsOneMorePasses() {
        // 80 % of 7 is 5.6, so 6 of 7 pass.
        assertThat(ThresholdSearch.keeping(points(10, 20, 30, 40, 50, 60, 70), 80))
                .isEqualTo(20);
        assertThat(ThresholdSearch.keeping(points(61), 80)).isEqualTo(61);
    }

    @Test
    void aThresholdIsWholePointsAtOrUnderTheScore() {
        assertThat(ThresholdSearch.keeping(points(62.5, 70, 80, 90, 50), 80)).isEqualTo(62);
        assertThat(ThresholdSearch.keeping(points(-0.5), 80)).isEqualTo(-1);
    }

    @Test
    void winsThatNeverPassCountAmongThoseToKeep() {
        List<Long> threeNever = Stream.concat(
                        points(10, 20, 30, 40, 50, 60, 70).stream(),
                        Stream.of(ThresholdSearch.NEVER, ThresholdSearch.NEVER, ThresholdSearch.NEVER))
                .toList();

        assertThat(ThresholdSearch.keeping(threeNever, 80)).isNull();
        assertThat(ThresholdSearch.keeping(threeNever, 70)).isEqualTo(10);
        assertThat(ThresholdSearch.keeping(List.of(), 80)).isNull();
    }

    @Test
    @Tag("CAL-13")
    void theNaturalBreakpointIsWhereWinsAndLossesAreFurthestApart() {
        List<Long> won = points(40, 60, 70, 80);
        List<Long> lost = points(10, 20, 30, 50, 65);

        // At 40: 4 of 4 wins less 2 of 5 losses. At 60: 3/4 - 1/5. At 70: 2/4 - 0. At 80: 1/4 - 0.
        ThresholdSearch.Split best = ThresholdSearch.breakpoint(won, lost);
        assertThat(best.threshold()).isEqualTo(40);
        assertThat(best.separation()).isEqualTo(0.6, within(1e-9));
        assertThat(best.wins()).isEqualTo(new Share(4, 4));
        assertThat(best.losses()).isEqualTo(new Share(2, 5));
        for (int threshold = 0; threshold <= 100; threshold++) {
            assertThat(ThresholdSearch.split(threshold, won, lost).separation())
                    .as("at %d", threshold)
                    .isLessThanOrEqualTo(best.separation());
        }
    }

    @Test
    void thereIsNoBreakpointWithoutWinsOrWithoutLosses() {
        assertThat(ThresholdSearch.breakpoint(List.of(), TEN)).isNull();
        assertThat(ThresholdSearch.breakpoint(TEN, List.of())).isNull();
    }

    private static List<Long> points(double... points) {
        return Arrays.stream(points).mapToObj(score -> Math.round(score * 100)).toList();
    }
}

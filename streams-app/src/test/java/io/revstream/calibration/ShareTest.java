package io.revstream.calibration;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Against figures from the literature. */
class ShareTest {

    private static final Offset<Double> FOUR_DIGITS = within(0.00005);

    @Test
    void aRateHasWilsonsInterval() {
        Interval eightOfTen = new Share(8, 10).interval(Confidence.P95);

        assertThat(eightOfTen.from()).isEqualTo(0.4902, FOUR_DIGITS);
        assertThat(eightOfTen.to()).isEqualTo(0.9433, FOUR_DIGITS);
    }

    /** The first example of Newcombe 1998, method 10. */
    @Test
    void aDifferenceOfRatesHasNewcombesInterval() {
        Interval difference = new Share(56, 70).minus(new Share(48, 80), Confidence.P95);

        assertThat(difference.from()).isEqualTo(0.0524, FOUR_DIGITS);
        assertThat(difference.to()).isEqualTo(0.3339, FOUR_DIGITS);
    }

    @Test
    void withoutCasesNothingIsKnown() {
        Share none = new Share(0, 0);

        assertThat(none.isKnown()).isFalse();
        assertThat(none.rate()).isNaN();
        assertThat(none.interval(Confidence.P95)).isEqualTo(new Interval(0, 1));
        assertThat(none.minus(new Share(1, 2), Confidence.P95).holds(0)).isTrue();
    }

    @Test
    void aSurerIntervalIsWider() {
        Share share = new Share(30, 100);

        assertThat(share.interval(Confidence.of(80)).from())
                .isGreaterThan(share.interval(Confidence.of(99)).from());
    }

    /** Fisher's lady tasting tea: 3 of 4 right or more has a chance of 17/70, all four 1/70; so has 0 of 4 on the other side. */
    @Test
    void theChanceOfSoFewIsFishersExactOne() {
        assertThat(new Share(0, 4).chanceOfSoFew(new Share(4, 4))).isEqualTo(1 / 70.0, within(1e-12));
        assertThat(new Share(1, 4).chanceOfSoFew(new Share(3, 4))).isEqualTo(17 / 70.0, within(1e-12));
        assertThat(new Share(4, 4).chanceOfSoFew(new Share(0, 4))).isEqualTo(1, within(1e-12));
        assertThat(new Share(0, 1).chanceOfSoFew(new Share(95, 100))).isEqualTo(6 / 101.0, within(1e-12));
        assertThat(new Share(0, 0).chanceOfSoFew(new Share(1, 2))).isEqualTo(1, within(1e-12));
    }
}

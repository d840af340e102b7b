package io.revstream.app.backtest;

import io.revstream.calibration.Interval;
import io.revstream.calibration.Share;
import java.time.Duration;
import java.util.Locale;

/** Figures as people read them. */
final class Words {

    private static final double PERCENT = 100;

    private Words() {}

    /** {@code 79.5 % (1,936 of 2,435)}. */
    static String share(Share share) {
        return share.isKnown()
                ? text("%s (%,d of %,d)", percent(share.rate()), share.hits(), share.of())
                : "not known (no cases)";
    }

    static String percent(double rate) {
        return Double.isNaN(rate) ? "-" : text("%.1f %%", PERCENT * rate);
    }

    /** {@code 0.52x}; a dash where nothing can be compared. */
    static String times(double factor) {
        return Double.isNaN(factor) || Double.isInfinite(factor) ? "-" : text("%.2fx", factor);
    }

    /** {@code +5.2 to +33.4 points of percent}, without the unit. */
    static String interval(Interval interval) {
        return text("%+.1f to %+.1f", PERCENT * interval.from(), PERCENT * interval.to());
    }

    /** In the largest unit of which there is one at least. */
    static String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return text(
                    "%.1fd", duration.toMinutes() / (double) Duration.ofDays(1).toMinutes());
        }
        return duration.toHours() > 0
                ? text(
                        "%.1fh",
                        duration.toMinutes() / (double) Duration.ofHours(1).toMinutes())
                : duration.toMinutes() + "min";
    }

    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

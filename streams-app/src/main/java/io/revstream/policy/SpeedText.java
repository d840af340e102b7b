package io.revstream.policy;

import io.revstream.policy.SpeedRules.Band;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What speed-to-lead is measured by, in words. */
final class SpeedText {

    private SpeedText() {}

    /** Lines without a break; none when nothing is measured. */
    static List<String> of(SpeedRules rules) {
        List<String> lines = new ArrayList<>();
        if (rules == null) {
            return lines;
        }
        lines.add("From start to stop of the clock %s; %d %% are to be contacted before it is due; weeks begin on %s"
                .formatted(rules.clock(), rules.target(), rules.week().name().toLowerCase(Locale.ROOT)));
        lines.add("Converted is who enters %s"
                .formatted(rules.qualified() == null ? "the first stage behind the promotion" : rules.qualified()));
        for (Band band : rules.bands()) {
            lines.add("  %-20s %-12s %s"
                    .formatted(band.band(), limit(band.below()), said(band))
                    .stripTrailing());
        }
        if (rules.report() != null) {
            lines.add("The figures of a week go to %s through %s"
                    .formatted(
                            String.join(" and ", rules.report().to()),
                            rules.report().port()));
        }
        return lines;
    }

    private static String limit(Duration below) {
        return below == null ? "or slower" : "below " + words(below);
    }

    /** As short as a policy writes it. */
    private static String words(Duration time) {
        long minutes = time.toMinutes();
        if (minutes % 60 != 0) {
            return minutes + "min";
        }
        return minutes % 1440 == 0 && minutes > 1440 ? minutes / 1440 + "d" : minutes / 60 + "h";
    }

    private static String said(Band band) {
        List<String> said = new ArrayList<>();
        if (band.isBaseline()) {
            said.add("baseline");
        } else if (band.expected() != null) {
            said.add(band.expected().toPlainString() + " times the baseline");
        }
        if (band.fallsBy() != null) {
            said.add(band.fallsBy().toPlainString() + " times lower than the band before");
        }
        if (band.note() != null) {
            said.add(band.note());
        }
        return String.join("; ", said);
    }
}

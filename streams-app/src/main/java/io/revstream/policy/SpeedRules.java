package io.revstream.policy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;

/**
 * What speed-to-lead is measured by (domain 5.5, SLA-26).
 *
 * @param clock name of the SLA clock whose start and stop are measured
 * @param bands the fastest first; only the last has no limit
 * @param target how many percent of the leads are to be contacted before the clock is due
 * @param qualified the stage whose entry is the conversion that bands state; null for the first behind the promotion
 * @param week the day on which a week begins, in the team's time zone
 * @param report null when nobody is told
 */
public record SpeedRules(String clock, List<Band> bands, String qualified, int target, DayOfWeek week, Report report) {

    /**
     * A range of response times.
     *
     * @param below upper edge, which is not in it; null in the last band
     * @param expected stated conversion relative to the baseline; null when none is stated
     * @param fallsBy stated fall against the band before; null when none is stated
     * @param note null for none
     */
    public record Band(String band, Duration below, BigDecimal expected, BigDecimal fallsBy, String note) {

        /** Whether the others are stated relative to it. */
        public boolean isBaseline() {
            return expected != null && expected.compareTo(BigDecimal.ONE) == 0;
        }
    }

    /**
     * Who is told the figures of a team's week.
     *
     * @param to {@code manager} stands for the manager of the team
     */
    public record Report(String port, List<String> to) {}

    /** The band of a response time: a time that equals a limit belongs to the slower band (SLA-27). */
    public Band band(Duration response) {
        return bands.stream()
                .filter(band -> band.below() == null || response.compareTo(band.below()) < 0)
                .findFirst()
                .orElseThrow();
    }
}

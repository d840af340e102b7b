package io.revstream.speed;

import io.revstream.funnel.Rate;
import io.revstream.policy.SpeedRules.Band;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;

/**
 * Speed-to-lead (SLA-26).
 *
 * @param all all leads
 * @param bands the fastest first (SLA-27)
 * @param hours share of leads that were contacted, by the local hour in which their time began
 * @param reps the fastest first
 */
public record SpeedFigures(Group all, List<BandFigures> bands, SortedMap<Integer, Rate> hours, List<RepFigures> reps) {

    /**
     * Some leads.
     *
     * @param waited elapsed time to the first contact
     * @param working working time that reps answer for
     * @param system what the pipeline itself took until they were assigned; charged to nobody
     * @param within contacted before the clock was due, out of all for whom this is settled
     * @param late contacted after it was due
     * @param missed due, and not contacted
     */
    public record Group(Times waited, Times working, Times system, Rate within, int late, int missed) {}

    /**
     * The leads that were contacted within a range of time.
     *
     * @param share out of all that were contacted
     * @param conversions to each stage behind the promotion, by its name, out of the leads of this band
     * @param relative measured conversion to the stage that the policy calls qualified, relative to the baseline band; null without a baseline
     * @param fall how many times lower it is than in the band before; null where one of the two is not known
     */
    public record BandFigures(
            Band band, Rate share, SortedMap<String, Rate> conversions, BigDecimal relative, BigDecimal fall) {}

    /**
     * A rep; times count from the start of the rep's own clock.
     *
     * @param rank from 1; null for who contacted nobody
     */
    public record RepFigures(String repId, String teamId, Integer rank, Group figures) {}
}

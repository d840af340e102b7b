package io.revstream.pipeline;

import io.revstream.events.DealAlert;
import io.revstream.pipeline.Finding.Kind;
import java.time.Instant;
import java.util.List;

/** Says that a deal is stale in its stage, and takes it back. */
public final class StaleAlert {

    private StaleAlert() {}

    /** The deal is stale. */
    public static DealAlert told(
            String dealId, DealStanding deal, StageWatch watch, StaleThreshold threshold, Instant now) {
        long lasted = watch.lasted(now).toMillis();
        String because =
                StaleThreshold.days(lasted) + " days in " + watch.stage() + ", the limit is " + threshold.words();
        return builder(dealId, deal, watch, because)
                .setDays(StaleThreshold.days(lasted))
                .setThresholdDays(StaleThreshold.days(threshold.millis()))
                .setAverageDays(
                        threshold.averageMillis() == null ? null : StaleThreshold.days(threshold.averageMillis()))
                .setAverageOf(threshold.visits())
                .build();
    }

    /**
     * It is not stale any more (DEAL-25).
     *
     * @param because in words
     */
    public static DealAlert resolved(String dealId, DealStanding deal, StageWatch watch, String because) {
        return builder(dealId, deal, watch, because).setResolved(true).build();
    }

    private static DealAlert.Builder builder(String dealId, DealStanding deal, StageWatch watch, String because) {
        Finding finding = new Finding(Kind.STALE_IN_STAGE, List.of(watch.stage()), because);
        return DealAlert.newBuilder(finding.alert(dealId, deal));
    }
}

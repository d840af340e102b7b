package io.revstream.calibration;

import java.util.List;

/** Whether leads are won more often the higher their band. */
final class Trend {

    private Trend() {}

    /**
     * Above zero when conversion rises with the band, below when it falls: the covariance of band and outcome, as in the test of
     * Cochran and Armitage.
     */
    static double of(List<ScoreBand> bands) {
        double leads = 0;
        double wins = 0;
        double middles = 0;
        for (ScoreBand band : bands) {
            leads += band.wins().of();
            wins += band.wins().hits();
            middles += (double) band.from() * band.wins().of();
        }
        double covariance = 0;
        for (ScoreBand band : bands) {
            covariance += band.wins().hits() * (band.from() - middles / leads);
        }
        return wins == 0 || wins == leads ? 0 : covariance / leads;
    }

    /**
     * The first band that is won less often than the one below it, by more than chance explains; since there are many bands, one of which
     * is soon odd, each comparison must be surer by as much (Bonferroni). Null when there is none.
     */
    static ScoreBand inversion(List<ScoreBand> bands, Confidence confidence) {
        double most = confidence.error() / Math.max(1, bands.size() - 1);
        for (int i = 1; i < bands.size(); i++) {
            if (bands.get(i).wins().chanceOfSoFew(bands.get(i - 1).wins()) < most) {
                return bands.get(i);
            }
        }
        return null;
    }
}

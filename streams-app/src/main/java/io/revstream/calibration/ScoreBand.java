package io.revstream.calibration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Closed leads whose scores lie in a band.
 *
 * @param from least score, in points, inclusive
 * @param to score above the band, in points, exclusive
 * @param wins how many of them were won
 */
public record ScoreBand(int from, int to, Share wins) {

    private static final long HUNDREDTHS = 100;

    /** Bands of equal width that hold closed leads, lowest first; leads without a score are left out. */
    public static List<ScoreBand> of(Collection<LeadCase> cases, Judge judge, int width) {
        SortedMap<Long, int[]> counts = new TreeMap<>();
        for (LeadCase lead : cases) {
            Long score = judge.score(lead);
            if (lead.isClosed() && score != null) {
                int[] count = counts.computeIfAbsent(Math.floorDiv(score, width * HUNDREDTHS), band -> new int[2]);
                count[0] += lead.isWon() ? 1 : 0;
                count[1]++;
            }
        }
        List<ScoreBand> bands = new ArrayList<>();
        counts.forEach((band, count) -> bands.add(new ScoreBand(
                Math.toIntExact(band * width), Math.toIntExact((band + 1) * width), new Share(count[0], count[1]))));
        return List.copyOf(bands);
    }

    /** How many times as often they were won as closed leads on the whole. */
    public double lift(Share winRate) {
        return wins.rate() / winRate.rate();
    }
}

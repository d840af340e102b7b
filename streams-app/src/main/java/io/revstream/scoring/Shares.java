package io.revstream.scoring;

import io.revstream.events.ScorePart;
import java.util.ArrayList;
import java.util.List;

/**
 * What a hundredth of a point adds to the total, as exact fractions: {@code fit / whole}, {@code engagement / whole}, and one for
 * negative points.
 */
record Shares(long fit, long engagement, long whole) {

    /** The total in hundredths, rounded half up, once. */
    long total(long fitPoints, long engagementPoints, long negativePoints) {
        long exact = Math.addExact(
                Math.addExact(Math.multiplyExact(fit, fitPoints), Math.multiplyExact(engagement, engagementPoints)),
                Math.multiplyExact(whole, negativePoints));
        return Math.floorDiv(2 * exact + whole, 2 * whole);
    }

    /**
     * The lines with their contributions, which add up to the total exactly: each gets its share rounded down, and the hundredths left
     * over go to those that lost most by it, the earlier line first.
     */
    List<ScoreLine> distribute(List<ScoreLine> lines) {
        int size = lines.size();
        long[] contributions = new long[size];
        long[] lost = new long[size];
        long lostTogether = 0;
        for (int i = 0; i < size; i++) {
            ScoreLine line = lines.get(i);
            long exact = Math.multiplyExact(line.points(), of(line.part()));
            contributions[i] = Math.floorDiv(exact, whole);
            lost[i] = Math.floorMod(exact, whole);
            lostTogether += lost[i];
        }
        for (long left = (2 * lostTogether + whole) / (2 * whole); left > 0; left--) {
            int most = 0;
            for (int i = 1; i < size; i++) {
                if (lost[i] > lost[most]) {
                    most = i;
                }
            }
            contributions[most]++;
            lost[most] = 0;
        }
        // One more for the line that the bounds of the scale may add.
        List<ScoreLine> distributed = new ArrayList<>(size + 1);
        for (int i = 0; i < size; i++) {
            distributed.add(lines.get(i).contributing(contributions[i]));
        }
        return distributed;
    }

    private long of(ScorePart part) {
        return switch (part) {
            case FIT -> fit;
            case ENGAGEMENT -> engagement;
            case NEGATIVE -> whole;
            case COMBINATION, UNKNOWN -> 0;
        };
    }
}

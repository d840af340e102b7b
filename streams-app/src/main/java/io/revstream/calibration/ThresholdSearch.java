package io.revstream.calibration;

import java.util.List;

/**
 * Finds thresholds in the scores of won and lost leads. Scores in hundredths of points; a threshold is whole points, and reaching it
 * passes. Leads that no threshold would let pass have the score {@link #NEVER}: they count, and are never found.
 */
final class ThresholdSearch {

    /** Of a lead that never met the floors. */
    static final long NEVER = Long.MIN_VALUE;

    private static final int HUNDREDTHS = 100;

    /** A threshold with the share of wins and of losses that pass it. */
    record Split(int threshold, Share wins, Share losses) {

        /** True-positive rate less false-positive rate. */
        double separation() {
            return wins.rate() - losses.rate();
        }
    }

    private ThresholdSearch() {}

    /**
     * The largest threshold that at least so many percent of the scores pass (CAL-02).
     *
     * @return null without scores, and when too many of them never pass
     */
    static Integer keeping(List<Long> won, int percent) {
        if (won.isEmpty()) {
            return null;
        }
        List<Long> downward = won.stream().sorted((a, b) -> Long.compare(b, a)).toList();
        int needed = (won.size() * percent + HUNDREDTHS - 1) / HUNDREDTHS;
        long score = downward.get(needed - 1);
        return score == NEVER ? null : Integer.valueOf(points(score));
    }

    /**
     * The threshold that separates wins from losses best, by true-positive rate less false-positive rate (CAL-13); of equals the lowest.
     * Only the scores of wins are tried: raising a threshold up to the next win loses no win and may leave out losses.
     *
     * @return null without wins or without losses
     */
    static Split breakpoint(List<Long> won, List<Long> lost) {
        if (won.isEmpty() || lost.isEmpty()) {
            return null;
        }
        Split best = null;
        for (int threshold : won.stream()
                .filter(score -> score != NEVER)
                .map(ThresholdSearch::points)
                .distinct()
                .sorted()
                .toList()) {
            Split split = split(threshold, won, lost);
            if (best == null || split.separation() > best.separation()) {
                best = split;
            }
        }
        return best;
    }

    static Split split(int threshold, List<Long> won, List<Long> lost) {
        return new Split(threshold, passing(threshold, won), passing(threshold, lost));
    }

    private static Share passing(int threshold, List<Long> scores) {
        long bar = (long) HUNDREDTHS * threshold;
        return new Share((int) scores.stream().filter(score -> score >= bar).count(), scores.size());
    }

    private static int points(long hundredths) {
        return Math.toIntExact(Math.floorDiv(hundredths, (long) HUNDREDTHS));
    }
}

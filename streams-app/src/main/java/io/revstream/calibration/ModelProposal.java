package io.revstream.calibration;

import io.revstream.calibration.ThresholdSearch.Split;
import java.util.List;

/**
 * What the outcomes say about the threshold of a model. Thresholds are whole points.
 *
 * @param now the policy's
 * @param won how many won leads the model scored last; {@code lost} likewise
 * @param keeping the largest threshold that keeps the wins asked for; null without won leads, and when too many of them never met the floors
 * @param breakpoint where wins and losses are furthest apart; null without both
 * @param proposed what is proposed; the present one when there is nothing to go by
 * @param wins won leads that pass the proposed one; {@code losses} likewise
 * @param because how it was found, a sentence each
 */
public record ModelProposal(
        String model,
        int now,
        int won,
        int lost,
        Integer keeping,
        Breakpoint breakpoint,
        int proposed,
        Share wins,
        Share losses,
        List<String> because) {

    /** The natural breakpoint (CAL-13). */
    public record Breakpoint(int threshold, Share wins, Share losses) {

        static Breakpoint of(Split split) {
            return split == null ? null : new Breakpoint(split.threshold(), split.wins(), split.losses());
        }

        /** True-positive rate less false-positive rate. */
        public double separation() {
            return wins.rate() - losses.rate();
        }
    }

    public ModelProposal {
        because = List.copyOf(because);
    }

    public boolean isChange() {
        return proposed != now;
    }
}

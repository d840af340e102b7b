package io.revstream.calibration;

import io.revstream.calibration.ModelProposal.Breakpoint;
import io.revstream.calibration.ThresholdSearch.Split;
import io.revstream.calibration.Volume.Verdict;
import io.revstream.policy.CalibrationRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Finds the thresholds to propose: those that keep the wins asked for (CAL-02), moved together as far as the bounds of the volume ask for
 * (CAL-06).
 */
final class ThresholdProposal {

    private static final double PERCENT = 100;
    private static final long HUNDREDTHS = 100;

    private final CalibrationRules rules;
    private final Thresholds now;
    private final List<LeadCase> searched;
    private final Expectation expectation;
    private final Thresholds kept;
    private final Thresholds moved;

    ThresholdProposal(CalibrationRules rules, Thresholds now, List<LeadCase> searched, Expectation expectation) {
        this.rules = rules;
        this.now = now;
        this.searched = searched;
        this.expectation = expectation;
        kept = kept();
        moved = rules.mqlPerMonth() == null ? kept : move();
    }

    Thresholds thresholds() {
        return moved;
    }

    List<ModelProposal> models() {
        return now.byModel().keySet().stream().map(this::model).toList();
    }

    private Thresholds kept() {
        Thresholds thresholds = now;
        for (String model : now.byModel().keySet()) {
            Integer keeping = ThresholdSearch.keeping(scores(model, Outcome.WON), rules.keepWins());
            if (keeping != null) {
                thresholds = thresholds.with(model, Math.max(1, keeping));
            }
        }
        return thresholds;
    }

    /** Too many MQLs raise the thresholds, too few lower them, a point at a time; not beyond what any lead reached, nor below one point. */
    private Thresholds move() {
        Thresholds thresholds = kept;
        Verdict found = verdict(thresholds);
        int step = found == Verdict.TOO_MANY ? 1 : -1;
        while (found != Verdict.WITHIN && verdict(thresholds) == found) {
            Thresholds next = shifted(thresholds, step);
            if (next.equals(thresholds)) {
                return thresholds;
            }
            thresholds = next;
        }
        return thresholds;
    }

    private Thresholds shifted(Thresholds thresholds, int step) {
        Thresholds after = thresholds;
        for (String model : thresholds.byModel().keySet()) {
            int threshold = thresholds.of(model) + step;
            if (threshold >= 1 && threshold <= highest(model)) {
                after = after.with(model, threshold);
            }
        }
        return after;
    }

    private int highest(String model) {
        List<Long> all = new ArrayList<>(scores(model, Outcome.WON));
        all.addAll(scores(model, Outcome.LOST));
        all.addAll(scores(model, Outcome.OPEN));
        long highest = all.isEmpty() ? ThresholdSearch.NEVER : Collections.max(all);
        return highest == ThresholdSearch.NEVER ? now.of(model) : (int) (highest / HUNDREDTHS);
    }

    private Verdict verdict(Thresholds thresholds) {
        return expectation.with(thresholds).against(rules.mqlPerMonth());
    }

    private ModelProposal model(String model) {
        List<Long> won = scores(model, Outcome.WON);
        List<Long> lost = scores(model, Outcome.LOST);
        Integer keeping = ThresholdSearch.keeping(won, rules.keepWins());
        int proposed = moved.of(model);
        Split split = ThresholdSearch.split(proposed, won, lost);
        return new ModelProposal(
                model,
                now.of(model),
                won.size(),
                lost.size(),
                keeping,
                Breakpoint.of(ThresholdSearch.breakpoint(won, lost)),
                proposed,
                split.wins(),
                split.losses(),
                reasons(model, won, keeping, split));
    }

    private List<String> reasons(String model, List<Long> won, Integer keeping, Split split) {
        List<String> reasons = new ArrayList<>();
        if (keeping == null) {
            reasons.add(
                    won.isEmpty()
                            ? "There is no won lead of this model: the threshold stays"
                            : text(
                                    "No threshold keeps %d %% of the won leads, since too many never meet the floors: it stays",
                                    rules.keepWins()));
        } else {
            reasons.add(text(
                    "%d is the largest threshold that keeps %d %% of the won leads above it",
                    keeping, rules.keepWins()));
        }
        if (moved.of(model).intValue() != kept.of(model)) {
            reasons.add(text(
                    "%s to %d, since %.1f MQLs a month are %s than the %d to %d wanted",
                    moved.of(model) > kept.of(model) ? "Raised" : "Lowered",
                    moved.of(model),
                    expectation.with(kept).perMonth(),
                    moved.of(model) > kept.of(model) ? "more" : "fewer",
                    rules.mqlPerMonth().from(),
                    rules.mqlPerMonth().to()));
        }
        if (isTooLoose(split.losses())) {
            reasons.add(text(
                    "%.1f %% of the lost leads reach it, more than %d %%: tighten the criteria, since a higher threshold"
                            + " would lose wins",
                    PERCENT * split.losses().rate(), rules.falsePositivesAbove()));
        }
        return reasons;
    }

    /** CAL-03. */
    private boolean isTooLoose(Share losses) {
        return rules.falsePositivesAbove() != null
                && losses.isKnown()
                && PERCENT * losses.rate() > rules.falsePositivesAbove();
    }

    /** Highest scores of the leads that the model scored last. */
    private List<Long> scores(String model, Outcome outcome) {
        return searched.stream()
                .filter(lead -> lead.outcome() == outcome && model.equals(lead.model()))
                .map(lead -> lead.reached() == null ? Long.valueOf(ThresholdSearch.NEVER) : lead.reached())
                .toList();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

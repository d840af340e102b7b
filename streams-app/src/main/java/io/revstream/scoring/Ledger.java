package io.revstream.scoring;

import io.revstream.events.ScorePart;
import io.revstream.policy.ScoringModel;
import io.revstream.state.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Collects the lines of one score and combines them (domain 2.11). Made for one score and thrown away. */
final class Ledger {

    /** Bounds of the hundred-point scale, in hundredths. */
    private static final long SCALE_MAXIMUM = 10_000;

    private final List<ScoreLine> drafts;
    private long fit;
    private long engagement;
    private long negative;

    Ledger(int rules) {
        drafts = new ArrayList<>(rules);
    }

    /** Points for an attribute, told by an event or by none that is known. */
    void fit(String rule, int points, Occurrence toldBy) {
        fit += told(rule, ScorePart.FIT, points, toldBy);
    }

    void engagement(String rule, int points, long left, Evidence evidence) {
        drafts.add(new ScoreLine(
                rule,
                ScorePart.ENGAGEMENT,
                100L * points,
                100L * left,
                0,
                evidence.count(),
                evidence.eventId(),
                evidence.at()));
        engagement += 100L * left;
    }

    void negative(String rule, int points, Occurrence toldBy) {
        negative += told(rule, ScorePart.NEGATIVE, points, toldBy);
    }

    /** Points for, or against, something that began at an instant without an event. */
    void since(String rule, ScorePart part, int points, Instant since) {
        drafts.add(new ScoreLine(rule, part, 100L * points, 100L * points, 0, 0, null, since));
        if (part == ScorePart.NEGATIVE) {
            negative += 100L * points;
        } else {
            engagement += 100L * points;
        }
    }

    Scorecard combine(ScoringModel model) {
        boolean scaled = model.combination() == ScoringModel.Combination.NORM;
        long fitMaximum = Math.max(1, model.fitMaximum());
        long engagementMaximum = Math.max(1, model.engagementMaximum());
        Shares shares = switch (model.combination()) {
            case NORM ->
                new Shares(
                        model.fitWeight() * engagementMaximum,
                        model.engagementWeight() * fitMaximum,
                        fitMaximum * engagementMaximum);
            case WRAW -> new Shares(model.fitWeight(), model.engagementWeight(), 100);
            case RAW, DUAL, SINGLE -> new Shares(1, 1, 1);
        };
        List<ScoreLine> lines = shares.distribute(drafts);
        long total = shares.total(fit, engagement, negative);
        if (scaled && (total < 0 || total > SCALE_MAXIMUM)) {
            long bound = total < 0 ? 0 : SCALE_MAXIMUM;
            lines.add(new ScoreLine("clamped", ScorePart.COMBINATION, 0, 0, bound - total, 0, null, null));
            total = bound;
        }
        return new Scorecard(model, fit, engagement, negative, total, lines);
    }

    private long told(String rule, ScorePart part, int points, Occurrence toldBy) {
        String eventId = toldBy == null ? null : toldBy.eventId();
        Instant since = toldBy == null ? null : toldBy.at();
        drafts.add(new ScoreLine(rule, part, 100L * points, 100L * points, 0, 0, eventId, since));
        return 100L * points;
    }
}

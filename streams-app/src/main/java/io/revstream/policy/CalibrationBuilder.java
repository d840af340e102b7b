package io.revstream.policy;

import io.revstream.document.SourceNode;
import io.revstream.policy.CalibrationRules.Bounds;
import io.revstream.policy.CalibrationRules.Cadence;
import io.revstream.policy.CalibrationRules.NotReady;
import io.revstream.policy.CalibrationRules.Notice;
import io.revstream.policy.CalibrationRules.Window;
import io.revstream.policy.Span.Unit;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Builds the calibration rules; what is left out takes the figures of domain section 17, which the schema states too. */
final class CalibrationBuilder {

    static final int KEEP_WINS = 80;
    static final int ACCEPTANCE_BELOW = 30;
    static final int NOT_READY_ABOVE = 50;
    static final int BAND_WIDTH = 10;
    static final int CONFIDENCE = 95;
    private static final Span LEAST = new Span(6, Unit.MO);
    private static final Span MOST = new Span(12, Unit.MO);
    private static final List<String> NOT_READY = List.of("ENG-02", "QUAL-01", "QUAL-02", "QUAL-03");

    private CalibrationBuilder() {}

    static CalibrationRules calibration(SourceNode calibration, String motion) {
        return new CalibrationRules(
                Values.choice(calibration.at("cadence"), Cadence.of(motion)),
                new Window(span(calibration.at("window", "from"), LEAST), span(calibration.at("window", "to"), MOST)),
                Values.whole(calibration.at("keepWins"), KEEP_WINS),
                Values.whole(calibration.at("acceptanceBelow"), ACCEPTANCE_BELOW),
                wholeOrNull(calibration.at("falsePositivesAbove")),
                notReady(calibration.at("notReady")),
                bounds(calibration.at("mqlPerMonth")),
                Values.whole(calibration.at("mqlGrowthAbove"), 0),
                Values.whole(calibration.at("bandWidth"), BAND_WIDTH),
                Values.whole(calibration.at("confidence"), CONFIDENCE),
                notice(calibration.at("notify")));
    }

    private static NotReady notReady(SourceNode notReady) {
        Set<String> codes = notReady.at("codes").isPresent()
                ? Values.set(notReady.at("codes"), SourceNode::text)
                : Collections.unmodifiableSet(new LinkedHashSet<>(NOT_READY));
        return new NotReady(codes, Values.whole(notReady.at("above"), NOT_READY_ABOVE));
    }

    private static Bounds bounds(SourceNode bounds) {
        return bounds.isPresent()
                ? new Bounds(Values.whole(bounds.at("from"), 0), Values.whole(bounds.at("to"), Integer.MAX_VALUE))
                : null;
    }

    private static Notice notice(SourceNode notify) {
        return notify.isPresent()
                ? new Notice(notify.at("port").text(), notify.at("to").text())
                : null;
    }

    private static Integer wholeOrNull(SourceNode node) {
        return node.isPresent() ? Integer.valueOf(Math.toIntExact(node.number())) : null;
    }

    private static Span span(SourceNode node, Span otherwise) {
        Span span = Span.of(node);
        return span == null ? otherwise : span;
    }
}

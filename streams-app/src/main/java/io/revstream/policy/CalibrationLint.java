package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.Set;

/** Checks the calibration section. */
record CalibrationLint(Problems problems) {

    void check(SourceNode document) {
        SourceNode calibration = document.at("calibration");
        window(calibration.at("window"));
        bounds(calibration.at("mqlPerMonth"));
        Set<String> codes = document.at("rejection", "reasons").values().keySet();
        for (SourceNode code : calibration.at("notReady", "codes").items()) {
            problems.unlessKnown(code, "a reason code of rejection", codes);
        }
    }

    private void window(SourceNode window) {
        Span from = Span.of(window.at("from"));
        Span to = Span.of(window.at("to"));
        if (from != null
                && to != null
                && !from.business()
                && !to.business()
                && from.elapsed().compareTo(to.elapsed()) > 0) {
            problems.error(
                    window.at("to"),
                    "Expected at least " + from + ", the least that outcomes must cover, but found " + to
                            + ": no history would be long enough");
        }
    }

    private void bounds(SourceNode bounds) {
        Long from = bounds.at("from").number();
        Long to = bounds.at("to").number();
        if (from != null && to != null && from > to) {
            problems.error(
                    bounds.at("to"),
                    "Expected at least " + from + ", the lower bound, but found " + to
                            + ": any volume would be too low or too high");
        }
    }
}

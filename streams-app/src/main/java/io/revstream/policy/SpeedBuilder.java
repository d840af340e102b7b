package io.revstream.policy;

import io.revstream.document.SourceNode;
import io.revstream.policy.SpeedRules.Band;
import io.revstream.policy.SpeedRules.Report;
import java.math.BigDecimal;
import java.time.DayOfWeek;

/** Builds what speed-to-lead is measured by. */
final class SpeedBuilder {

    private static final int TARGET = 90;

    private SpeedBuilder() {}

    /** Null when the policy measures nothing. */
    static SpeedRules speed(SourceNode speed) {
        if (!speed.isPresent()) {
            return null;
        }
        String week = Values.text(speed.at("week"), DayOfWeek.MONDAY.name());
        return new SpeedRules(
                speed.at("clock").text(),
                Values.list(speed.at("bands"), SpeedBuilder::band),
                speed.at("qualified").text(),
                Values.whole(speed.at("target"), TARGET),
                DayOfWeek.valueOf(week),
                report(speed.at("report")));
    }

    private static Band band(SourceNode band) {
        Span below = Span.of(band.at("below"));
        return new Band(
                band.at("band").text(),
                below == null ? null : below.elapsed(),
                decimal(band.at("expected")),
                decimal(band.at("fallsBy")),
                band.at("note").text());
    }

    private static BigDecimal decimal(SourceNode number) {
        return number.isPresent() ? number.toJson().decimalValue() : null;
    }

    private static Report report(SourceNode report) {
        return report.isPresent()
                ? new Report(report.at("port").text(), report.at("to").texts())
                : null;
    }
}

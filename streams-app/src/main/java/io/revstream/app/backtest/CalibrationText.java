package io.revstream.app.backtest;

import io.revstream.calibration.Backtest;
import io.revstream.calibration.Calibration;
import io.revstream.calibration.Decided;
import io.revstream.calibration.Judge;
import io.revstream.calibration.Lift;
import io.revstream.calibration.Lift.Verdict;
import io.revstream.calibration.ModelProposal;
import io.revstream.calibration.OutcomeMatrix;
import io.revstream.calibration.SalesVerdicts;
import io.revstream.calibration.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A calibration for people. */
public final class CalibrationText {

    /** More words of attributes than these are left to {@code --json}. */
    private static final int MOST_ATTRIBUTES = 20;

    private static final double PERCENT = 100;

    private CalibrationText() {}

    public static String of(Calibration calibration) {
        Lines lines = new Lines();
        thresholds(lines, calibration);
        signs(lines, calibration);
        lifts(lines, "Scoring rules and wins", calibration.ruleLifts(), Integer.MAX_VALUE, calibration.confidence());
        lifts(lines, "Attributes and wins", calibration.attributeLifts(), MOST_ATTRIBUTES, calibration.confidence());
        verdicts(lines, calibration.verdicts());
        lines.title("Next calibration");
        lines.line(
                "  %s: due on %s, if this one is adopted", calibration.cadence().word(), calibration.nextDue());
        return lines.toString();
    }

    /** The figures before and after, by the same leads. */
    public static List<String> beforeAndAfter(Backtest before, Backtest after) {
        List<String> lines = new ArrayList<>();
        lines.add(Words.text("%-34s %28s %28s", "", "before", "after"));
        for (Judge judge : List.of(Judge.REACHED, Judge.PROMOTED)) {
            OutcomeMatrix old = before.matrix(judge);
            OutcomeMatrix now = after.matrix(judge);
            String word = ", " + BacktestText.word(judge);
            lines.add(row("precision" + word, Words.share(old.precision()), Words.share(now.precision())));
            lines.add(row("recall" + word, Words.share(old.recall()), Words.share(now.recall())));
            lines.add(row(
                    "losses that pass" + word, Words.share(old.falsePositives()), Words.share(now.falsePositives())));
        }
        lines.add(row(
                "MQLs a month of these leads",
                Words.text("%.1f", before.volume().perMonth()),
                Words.text("%.1f", after.volume().perMonth())));
        lines.add(row("median time to MQL", median(before), median(after)));
        return lines;
    }

    private static String row(String what, String before, String after) {
        return Words.text("%-34s %28s %28s", what, before, after);
    }

    private static String median(Backtest backtest) {
        return backtest.toMql() == null ? "-" : Words.duration(backtest.toMql().median());
    }

    private static void thresholds(Lines lines, Calibration calibration) {
        lines.title("Thresholds, found in %,d closed leads".formatted(calibration.searched()));
        if (!calibration.period().longEnough()) {
            lines.line(
                    "  WARNING: won leads reach back %s only, less than the policy asks for",
                    Words.duration(calibration.period().covered()));
        }
        for (ModelProposal model : calibration.models()) {
            lines.line(
                    "  %s: %d now, %d proposed; %s of wins and %s of losses pass it",
                    model.model(),
                    model.now(),
                    model.proposed(),
                    Words.share(model.wins()),
                    Words.share(model.losses()));
            model.because().forEach(because -> lines.line("    %s", because));
            if (model.breakpoint() != null) {
                lines.line(
                        "    Natural breakpoint at %d: %s of wins and %s of losses pass it",
                        model.breakpoint().threshold(),
                        Words.percent(model.breakpoint().wins().rate()),
                        Words.percent(model.breakpoint().losses().rate()));
            }
        }
        lines.line(
                "  MQLs a month: %.1f now, about %.1f with the proposed thresholds",
                calibration.volume().perMonth(), calibration.expected().perMonth());
    }

    private static void signs(Lines lines, Calibration calibration) {
        lines.title("Warning signs");
        for (Sign sign : calibration.signs()) {
            String holds = sign.holds() == null ? "unknown" : sign.holds() ? "WARNING" : "clear";
            lines.line("  %-8s %s: %s", holds, sign.kind().means(), sign.because());
        }
    }

    private static void lifts(Lines lines, String title, List<Lift> lifts, int most, int confidence) {
        lines.title(title);
        long unclear =
                lifts.stream().filter(lift -> lift.verdict() == Verdict.UNCLEAR).count();
        List<Lift> clear =
                lifts.stream().filter(lift -> lift.verdict() != Verdict.UNCLEAR).toList();
        for (Lift lift : clear.subList(0, Math.min(most, clear.size()))) {
            String name = lift.value() == null ? lift.name() : lift.name() + "=" + lift.value();
            lines.line(
                    "  %-44s %-5s won %-26s without %-26s %s points",
                    name,
                    lift.verdict() == Verdict.MORE ? "more" : "less",
                    Words.share(lift.with()),
                    Words.share(lift.without()),
                    Words.interval(lift.difference()));
        }
        if (clear.size() > most) {
            lines.line("  and %d more", clear.size() - most);
        }
        lines.line(
                "  %d others: too few cases or too small a difference to tell; by chance alone about %d of the %d would seem to differ",
                unclear, Math.round(lifts.size() * (1 - confidence / PERCENT)), lifts.size());
    }

    private static void verdicts(Lines lines, SalesVerdicts verdicts) {
        lines.title("What sales made of MQLs");
        lines.line("  accepted %s", Words.share(verdicts.all().accepted()));
        if (verdicts.recycled().accepted().isKnown()) {
            lines.line("  of recycled MQLs %s", Words.share(verdicts.recycled().accepted()));
        }
        if (!verdicts.all().reasons().isEmpty()) {
            lines.line("  rejections: %s", reasons(verdicts.all()));
            verdicts.byRole().forEach((role, decided) -> decided("role " + role, decided, lines));
            verdicts.byRule().forEach((rule, decided) -> decided("rule " + rule, decided, lines));
        }
    }

    private static void decided(String what, Decided decided, Lines lines) {
        lines.line("    %-36s accepted %-26s %s", what, Words.share(decided.accepted()), reasons(decided));
    }

    private static String reasons(Decided decided) {
        return decided.reasons().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(reason -> reason.getKey() + " " + reason.getValue())
                .collect(Collectors.joining(", "));
    }
}

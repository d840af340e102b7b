package io.revstream.app.cli;

import io.revstream.funnel.FunnelFigures;
import io.revstream.funnel.FunnelFigures.Answers;
import io.revstream.funnel.FunnelFigures.Rejected;
import io.revstream.funnel.FunnelFigures.StageFigures;
import io.revstream.funnel.Rate;
import java.time.Duration;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The funnel for people. */
final class FunnelText {

    private static final String STAGE = "%-14s %7s %9s %7s %8s %8s %7s %7s %9s %9s  %s";
    private static final String ANSWER = "  %-24s %8s %8s %8s %8s %10s %9s %9s";

    private final StringBuilder text = new StringBuilder();

    private FunnelText() {}

    static String of(FunnelFigures funnel) {
        FunnelText text = new FunnelText();
        text.line("%d leads at %s%s", funnel.leads(), funnel.at(), since(funnel));
        text.stages(funnel);
        text.answers(funnel);
        text.conversion(funnel);
        text.rejected(funnel);
        return text.text.toString();
    }

    private static String since(FunnelFigures funnel) {
        return funnel.since() == null ? "" : "; what follows \"now\" is since " + funnel.since();
    }

    private void stages(FunnelFigures funnel) {
        line("");
        line(
                STAGE,
                "STAGE",
                "NOW",
                "RECYCLED",
                "CLOSED",
                "ENTERED",
                "WENT ON",
                "LOST",
                "LOSS",
                "MEDIAN",
                "P90",
                "ON TO (MEDIAN)");
        for (StageFigures stage : funnel.stages()) {
            line(
                    STAGE,
                    stage.stage(),
                    now(stage, "ACTIVE"),
                    now(stage, "RECYCLED"),
                    now(stage, "ARCHIVED") + now(stage, "CLOSED_LOST"),
                    stage.entered(),
                    stage.wentOn(),
                    stage.lost(),
                    percent(stage.loss()),
                    span(stage.inStage().median()),
                    span(stage.inStage().p90()),
                    stage.onward().entrySet().stream()
                            .map(to -> to.getKey() + " " + to.getValue().count() + " ("
                                    + span(to.getValue().median()) + ")")
                            .collect(Collectors.joining(", ")));
        }
    }

    private static int now(StageFigures stage, String status) {
        return stage.now().getOrDefault(status, 0);
    }

    private void answers(FunnelFigures funnel) {
        line("");
        line("What sales made of promotions");
        line(ANSWER, "", "PROMOTED", "ACCEPTED", "REJECTED", "OPEN", "ACCEPTANCE", "MEDIAN", "P90");
        answers("all", funnel.answers());
        answers("model ", funnel.answersByModel());
        answers("rule ", funnel.answersByRule());
        funnel.rejectionsByCode()
                .forEach((code, count) -> line("  rejected for %-11s %8s %8s %8d", code, "", "", count));
    }

    private void answers(String kind, SortedMap<String, Answers> by) {
        by.forEach((name, answers) -> answers(kind + name, answers));
    }

    private void answers(String name, Answers answers) {
        line(
                ANSWER,
                name,
                answers.promoted(),
                answers.accepted(),
                answers.rejected(),
                answers.open(),
                percent(answers.acceptance()),
                span(answers.untilAnswer().median()),
                span(answers.untilAnswer().p90()));
    }

    private void conversion(FunnelFigures funnel) {
        line("");
        line("Conversion to MQL");
        conversion("first", funnel.firstConversion());
        conversion("recycled", funnel.recycledConversion());
        funnel.recycledConversionByCode().forEach((code, rate) -> conversion("recycled for " + code, rate));
    }

    private void conversion(String name, Rate rate) {
        line("  %-24s %8d of %d %9s", name, rate.part(), rate.of(), percent(rate));
    }

    private void rejected(FunnelFigures funnel) {
        Rejected rejected = funnel.rejected();
        line("");
        line(
                "Rejected leads: %d %s %d recycled + %d in nurture + %d archived; %d more were taken up again",
                rejected.leads(),
                rejected.addsUp() ? "=" : "is not",
                rejected.recycled(),
                rejected.inNurture(),
                rejected.archived(),
                rejected.takenUp());
        if (!rejected.addsUp()) {
            line("  In none of these: %d, such as %s", rejected.lost(), String.join(", ", rejected.lostIds()));
        }
    }

    private static String percent(Rate rate) {
        return rate.percent() == null ? "-" : rate.percent() + " %";
    }

    /** In the largest unit that leaves a digit before the point. */
    private static String span(Duration span) {
        if (span == null) {
            return "-";
        }
        long seconds = span.toSeconds();
        if (seconds < 60) {
            return seconds + "s";
        }
        if (seconds < 3600) {
            return seconds / 60 + "min";
        }
        double hours = seconds / 3600.0;
        return hours < 48
                ? String.format(Locale.ROOT, "%.1fh", hours)
                : String.format(Locale.ROOT, "%.1fd", hours / 24);
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}

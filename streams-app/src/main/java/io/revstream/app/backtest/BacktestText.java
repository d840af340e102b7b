package io.revstream.app.backtest;

import io.revstream.app.history.HistoryRun;
import io.revstream.calibration.Backtest;
import io.revstream.calibration.Judge;
import io.revstream.calibration.LeadTime;
import io.revstream.calibration.OutcomeMatrix;
import io.revstream.calibration.OutcomeMatrix.Reading;
import io.revstream.calibration.Period;
import io.revstream.calibration.ScoreBand;
import io.revstream.calibration.Share;
import java.time.Duration;
import java.util.Locale;

/** A backtest for people. */
public final class BacktestText {

    private BacktestText() {}

    /** How the history was run. */
    public static String run(String version, HistoryRun run) {
        Lines lines = new Lines();
        lines.line(
                "Policy %s over %,d events: %,d decisions and facts, %,d events refused, in %.1f s",
                version,
                run.events(),
                run.outputs(),
                run.refused(),
                run.elapsed().toMillis() / (double) Duration.ofSeconds(1).toMillis());
        lines.line(
                "  %,.0f events/s on one thread, %.1f microseconds of CPU per event, by the deciders of the stream",
                run.eventsPerSecond(), run.cpuMicrosPerEvent());
        return lines.toString();
    }

    /** The figures. */
    public static String of(Backtest backtest, Period period) {
        Lines lines = new Lines();
        lines.title(Words.text(
                "%,d leads: %,d won, %,d lost, %,d open; %,d of the closed never had a score",
                backtest.leads(), backtest.won(), backtest.lost(), backtest.open(), backtest.unscored()));
        lines.line("  Outcomes from %s to %s count", period.from(), period.until());
        for (Judge judge : Judge.values()) {
            matrix(lines, judge, backtest.matrix(judge));
        }
        bands(lines, backtest);
        lines.title("MQLs and time");
        lines.line(
                "  %,d MQLs in %s: %.1f a month",
                backtest.volume().mqls(),
                Words.duration(backtest.volume().period()),
                backtest.volume().perMonth());
        time(lines, "first event to MQL", backtest.toMql());
        time(lines, "MQL to win", backtest.toOutcome());
        return lines.toString();
    }

    /** What counts as high, in words. */
    static String means(Judge judge) {
        return switch (judge) {
            case REACHED -> "score reached the threshold before the outcome";
            case LAST -> "last score before the outcome at the threshold";
            case PROMOTED -> "promoted before the outcome, by any rule";
        };
    }

    static String word(Judge judge) {
        return judge.name().toLowerCase(Locale.ROOT);
    }

    private static void matrix(Lines lines, Judge judge, OutcomeMatrix matrix) {
        lines.title("High = " + word(judge) + ": " + means(judge));
        for (Reading reading : Reading.values()) {
            lines.line(
                    "  %-10s %,8d   %-24s %s",
                    reading.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    matrix.cell(reading),
                    reading.means(),
                    reading.action());
        }
        lines.line("  precision %s   recall %s", Words.share(matrix.precision()), Words.share(matrix.recall()));
        lines.line(
                "  false positives among losses %s   lift %s over a win rate of %s",
                Words.share(matrix.falsePositives()),
                Words.times(matrix.precision().rate() / matrix.winRate().rate()),
                Words.percent(matrix.winRate().rate()));
    }

    private static void bands(Lines lines, Backtest backtest) {
        lines.title("By the highest score reached");
        Share winRate = backtest.matrix(Judge.REACHED).winRate();
        for (ScoreBand band : backtest.bands()) {
            lines.line(
                    "  %4d to below %4d   %-28s lift %s",
                    band.from(), band.to(), Words.share(band.wins()), Words.times(band.lift(winRate)));
        }
    }

    private static void time(Lines lines, String what, LeadTime time) {
        if (time == null) {
            lines.line("  %-20s not known", what);
        } else {
            lines.line(
                    "  %-20s median %s, half of them from %s to %s (%,d leads)",
                    what,
                    Words.duration(time.median()),
                    Words.duration(time.quarter()),
                    Words.duration(time.threeQuarters()),
                    time.of());
        }
    }
}

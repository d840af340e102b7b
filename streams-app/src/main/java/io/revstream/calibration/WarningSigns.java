package io.revstream.calibration;

import io.revstream.calibration.Sign.Kind;
import io.revstream.policy.CalibrationRules;
import io.revstream.policy.CalibrationRules.Cadence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Evaluates the warning signs of domain 17.4 (CAL-12), and whether the last calibration is overdue. */
final class WarningSigns {

    private static final double PERCENT = 100;

    private final CalibrationRules rules;
    private final Confidence confidence;

    WarningSigns(CalibrationRules rules) {
        this.rules = rules;
        this.confidence = Confidence.of(rules.confidence());
    }

    List<Sign> of(Collection<LeadCase> cases, Backtest backtest, SalesVerdicts verdicts, Instant until) {
        return List.of(
                acceptance(verdicts.all()),
                notReady(verdicts.all()),
                notRising(backtest.bands()),
                withoutWins(cases, until));
    }

    /** CAL-04, MQL-15. */
    private Sign acceptance(Decided decided) {
        Share accepted = decided.accepted();
        if (!accepted.isKnown()) {
            return new Sign(Kind.LOW_ACCEPTANCE, null, "sales decided on no MQL");
        }
        boolean low = accepted.rate() * PERCENT < rules.acceptanceBelow();
        boolean sure = !accepted.interval(confidence).holds(rules.acceptanceBelow() / PERCENT);
        return new Sign(
                Kind.LOW_ACCEPTANCE,
                low,
                text(
                        "%s accepted, limit %d %%%s",
                        words(accepted), rules.acceptanceBelow(), sure ? "" : "; within chance of the limit"));
    }

    private Sign notReady(Decided decided) {
        Share share = decided.withCodes(rules.notReady().codes());
        if (!share.isKnown()) {
            return new Sign(Kind.NOT_READY, null, "sales rejected no MQL");
        }
        return new Sign(
                Kind.NOT_READY,
                share.rate() * PERCENT > rules.notReady().above(),
                text(
                        "%s rejected with %s, limit %d %%",
                        words(share),
                        String.join(", ", rules.notReady().codes()),
                        rules.notReady().above()));
    }

    private Sign notRising(List<ScoreBand> bands) {
        int closed = bands.stream().mapToInt(band -> band.wins().of()).sum();
        int won = bands.stream().mapToInt(band -> band.wins().hits()).sum();
        if (bands.size() < 2 || won == 0 || won == closed) {
            return new Sign(Kind.NOT_RISING, null, "not enough wins and losses in different score bands");
        }
        double trend = Trend.of(bands);
        ScoreBand inversion = Trend.inversion(bands, confidence);
        String found = inversion == null
                ? trend > 0 ? "conversion rises with the score" : "conversion does not rise with the score"
                : text(
                        "from %d to below %d points %s won, less than in the band below",
                        inversion.from(), inversion.to(), words(inversion.wins()));
        return new Sign(Kind.NOT_RISING, trend <= 0 || inversion != null, found);
    }

    /** The latest calibration period against the one before it. */
    private Sign withoutWins(Collection<LeadCase> cases, Instant until) {
        Cadence cadence = rules.cadence();
        Instant middle = before(until, cadence);
        Instant first = before(middle, cadence);
        boolean reachesBack = cases.stream().anyMatch(lead -> !lead.firstSeen().isAfter(first));
        long mqlsBefore = mqls(cases, first, middle);
        if (!reachesBack || mqlsBefore == 0) {
            return new Sign(
                    Kind.MQLS_WITHOUT_WINS,
                    null,
                    "no MQLs in two periods of " + cadence.months() + " months to compare");
        }
        long mqls = mqls(cases, middle, until);
        long winsBefore = wins(cases, first, middle);
        long wins = wins(cases, middle, until);
        double growth = PERCENT * (mqls - mqlsBefore) / mqlsBefore;
        return new Sign(
                Kind.MQLS_WITHOUT_WINS,
                growth > rules.mqlGrowthAbove() && wins <= winsBefore,
                text("MQLs from %d to %d, wins from %d to %d", mqlsBefore, mqls, winsBefore, wins));
    }

    /** @param calibrated null when never */
    Sign overdue(LocalDate calibrated, LocalDate today) {
        if (calibrated == null) {
            return new Sign(Kind.OVERDUE, true, "never calibrated");
        }
        LocalDate due = rules.cadence().after(calibrated);
        return new Sign(Kind.OVERDUE, due.isBefore(today), text("calibrated on %s, due again on %s", calibrated, due));
    }

    private static Instant before(Instant instant, Cadence cadence) {
        return instant.atOffset(ZoneOffset.UTC).minusMonths(cadence.months()).toInstant();
    }

    private static long mqls(Collection<LeadCase> cases, Instant from, Instant to) {
        return cases.stream()
                .flatMap(lead -> lead.mqls().stream())
                .filter(mql -> mql.at().isAfter(from) && !mql.at().isAfter(to))
                .count();
    }

    private static long wins(Collection<LeadCase> cases, Instant from, Instant to) {
        return cases.stream()
                .filter(lead -> lead.isWon()
                        && lead.outcomeAt().isAfter(from)
                        && !lead.outcomeAt().isAfter(to))
                .count();
    }

    private static String words(Share share) {
        return text("%d of %d (%.1f %%)", share.hits(), share.of(), PERCENT * share.rate());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

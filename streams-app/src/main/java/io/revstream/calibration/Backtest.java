package io.revstream.calibration;

import io.revstream.policy.CalibrationRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a policy would have judged past leads (CAL-09).
 *
 * @param leads how many leads there are; {@code won}, {@code lost} and {@code open} of them by outcome
 * @param unscored closed leads that never had a score
 * @param matrices by what counts as high
 * @param bands by the highest score reached
 * @param volume MQLs per month
 * @param toMql from the first event to the first promotion
 * @param toOutcome from the first promotion to the win, of won leads whose outcome has an instant; null without any
 */
public record Backtest(
        int leads,
        int won,
        int lost,
        int open,
        int unscored,
        Map<Judge, OutcomeMatrix> matrices,
        List<ScoreBand> bands,
        Volume volume,
        LeadTime toMql,
        LeadTime toOutcome) {

    public Backtest {
        matrices = Collections.unmodifiableMap(new EnumMap<>(matrices));
        bands = List.copyOf(bands);
    }

    /**
     * Judges leads.
     *
     * @param period whose leads count
     */
    public static Backtest of(Collection<LeadCase> all, Thresholds thresholds, CalibrationRules rules, Period period) {
        List<LeadCase> cases = period.of(all);
        Map<Judge, OutcomeMatrix> matrices = new EnumMap<>(Judge.class);
        for (Judge judge : Judge.values()) {
            matrices.put(judge, OutcomeMatrix.of(cases, lead -> judge.high(lead, thresholds)));
        }
        return new Backtest(
                cases.size(),
                count(cases, Outcome.WON),
                count(cases, Outcome.LOST),
                count(cases, Outcome.OPEN),
                (int) cases.stream()
                        .filter(lead -> lead.isClosed() && !lead.isScored())
                        .count(),
                matrices,
                ScoreBand.of(cases, Judge.REACHED, rules.bandWidth()),
                volume(all, period),
                LeadTime.of(cases.stream()
                        .map(Backtest::toMql)
                        .filter(Objects::nonNull)
                        .toList()),
                LeadTime.of(cases.stream()
                        .map(Backtest::toOutcome)
                        .filter(Objects::nonNull)
                        .toList()));
    }

    public OutcomeMatrix matrix(Judge judge) {
        return matrices.get(judge);
    }

    static Volume volume(Collection<LeadCase> all, Period period) {
        int mqls = 0;
        for (LeadCase lead : all) {
            mqls += (int)
                    lead.mqls().stream().filter(mql -> period.holds(mql.at())).count();
        }
        return new Volume(mqls, length(all, period));
    }

    /** The part of the period for which there are leads. */
    static Duration length(Collection<LeadCase> all, Period period) {
        Instant first =
                all.stream().map(LeadCase::firstSeen).min(Instant::compareTo).orElse(period.until());
        return Duration.between(first.isBefore(period.from()) ? period.from() : first, period.until());
    }

    private static int count(List<LeadCase> cases, Outcome outcome) {
        return (int) cases.stream().filter(lead -> lead.outcome() == outcome).count();
    }

    private static Duration toMql(LeadCase lead) {
        return lead.mqls().isEmpty()
                ? null
                : Duration.between(lead.firstSeen(), lead.mqls().get(0).at());
    }

    private static Duration toOutcome(LeadCase lead) {
        return lead.mqls().isEmpty() || !lead.isWon() || !lead.dated()
                ? null
                : Duration.between(lead.mqls().get(0).at(), lead.outcomeAt());
    }
}

package io.revstream.app.backtest;

import io.revstream.app.history.History;
import io.revstream.app.history.HistoryRun;
import io.revstream.calibration.LeadCase;
import io.revstream.policy.Policy;
import java.time.Instant;
import java.util.List;

/**
 * A history run through the deciders of the stream under one policy (CAL-09), with each lead as it was just before its outcome.
 *
 * @param until the instant of the last event
 * @param run how fast, and what was refused
 */
public record BacktestRun(List<LeadCase> cases, Instant until, HistoryRun run) {

    /** Those that decide on scores and promotions. Who gets a lead does not. */
    private static final List<String> TOPOLOGIES = List.of("lead", "account", "deal");

    public BacktestRun {
        cases = List.copyOf(cases);
    }

    /** @param history with at least one event */
    public static BacktestRun of(History history, Policy policy, OutcomeSource outcomes) {
        LeadTracks tracks = new LeadTracks(policy, outcomes);
        history.events().forEach(tracks::input);
        HistoryRun run = HistoryRun.of(Withheld.from(history, outcomes.withheld()), policy, TOPOLOGIES, tracks::output);
        return new BacktestRun(tracks.cases(), history.to(), run);
    }
}

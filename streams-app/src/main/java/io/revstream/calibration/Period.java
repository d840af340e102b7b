package io.revstream.calibration;

import io.revstream.policy.CalibrationRules.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The time whose leads count (CAL-01).
 *
 * @param from closed leads count that closed at it or later
 * @param until end of the history
 * @param covered from the first close that counts to the end
 * @param longEnough whether closed-won leads cover the least that the policy asks for
 */
public record Period(Instant from, Instant until, Duration covered, boolean longEnough) {

    static Period of(Collection<LeadCase> cases, Window window, Instant until) {
        Instant from = until.minus(window.to().elapsed());
        Instant firstWin = cases.stream()
                .filter(LeadCase::isWon)
                .map(LeadCase::outcomeAt)
                .filter(at -> !at.isBefore(from))
                .min(Instant::compareTo)
                .orElse(until);
        Duration covered = Duration.between(firstWin, until);
        return new Period(from, until, covered, covered.compareTo(window.from().elapsed()) >= 0);
    }

    /** Those that closed in the period, and those that are open. */
    List<LeadCase> of(Collection<LeadCase> cases) {
        return cases.stream()
                .filter(lead -> !lead.isClosed() || !lead.outcomeAt().isBefore(from))
                .toList();
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && !at.isAfter(until);
    }
}

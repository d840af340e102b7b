package io.revstream.speed;

import io.revstream.funnel.Rate;

/**
 * How often a transition was completed within its window (SLA-28).
 *
 * @param inTime completed before it was due, or at that instant
 * @param late completed later
 * @param missed due, and ended without having been completed: taken to another rep, or given up
 * @param overdue due, and still open
 * @param open not due yet
 * @param cancelled ended before it was due, because it was not needed any more: no verdict
 */
public record Compliance(int inTime, int late, int missed, int overdue, int open, int cancelled) {

    static final Compliance NONE = new Compliance(0, 0, 0, 0, 0, 0);

    /** In time, out of all that are settled. */
    public Rate rate() {
        return new Rate(inTime, inTime + late + missed + overdue);
    }

    Compliance plus(Compliance other) {
        return new Compliance(
                inTime + other.inTime,
                late + other.late,
                missed + other.missed,
                overdue + other.overdue,
                open + other.open,
                cancelled + other.cancelled);
    }
}

package io.revstream.calibration;

import java.time.Duration;
import java.util.Collection;

/** How many MQLs other thresholds would make of the same leads. */
final class Expectation {

    private final Collection<LeadCase> cases;
    private final Duration length;
    private final Period period;
    private final Thresholds now;

    Expectation(Collection<LeadCase> cases, Period period, Thresholds now) {
        this.cases = cases;
        this.period = period;
        this.now = now;
        this.length = Backtest.length(cases, period);
    }

    /** Each promotion that no threshold made, or that passes the others too; and the leads that they let pass anew. */
    Volume with(Thresholds others) {
        int mqls = 0;
        for (LeadCase lead : cases) {
            boolean reachesNow = Judge.REACHED.high(lead, now);
            boolean reachesThen = Judge.REACHED.high(lead, others);
            if (lead.mqls().isEmpty()) {
                // One that reached the threshold and was not promoted is suppressed, whatever the threshold.
                mqls += reachesThen && !reachesNow && isRecent(lead) ? 1 : 0;
            } else if (reachesThen || !reachesNow) {
                mqls += (int) lead.mqls().stream()
                        .filter(mql -> period.holds(mql.at()))
                        .count();
            }
        }
        return new Volume(mqls, length);
    }

    private boolean isRecent(LeadCase lead) {
        return period.holds(lead.firstSeen());
    }
}

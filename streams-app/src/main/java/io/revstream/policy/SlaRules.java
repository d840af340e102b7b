package io.revstream.policy;

import io.revstream.events.ActivityBy;
import java.util.List;
import java.util.Set;

/** SLA clocks and their escalation chains. */
public record SlaRules(List<Clock> clocks) {

    /**
     * A clock.
     *
     * @param clock its name
     * @param calendar name of the business calendar
     * @param starts what starts it
     * @param stops what stops it
     * @param target when it is due, from its start
     * @param chain steps in the order in which they are due
     * @param reassignments how many times its chain may reassign a lead within one pass
     */
    public record Clock(
            String clock,
            String calendar,
            Start starts,
            Stops stops,
            Span target,
            List<Step> chain,
            int reassignments) {}

    /** What starts a clock. */
    public enum Start {
        PROMOTION,
        ASSIGNMENT,
        QUEUED
    }

    /**
     * What stops a clock: activities, or being assigned.
     *
     * @param kinds kinds of activity; empty when only an assignment stops it
     * @param by whose activity; null for anybody's
     * @param assigned true when an assignment stops it
     */
    public record Stops(Set<String> kinds, ActivityBy by, boolean assigned) {}

    /**
     * A step of an escalation chain.
     *
     * @param at when, from the clock's start
     * @param says a warning or a breach
     * @param tells role of the recipient: owner, manager, team
     * @param reassigns true when the lead goes to another rep
     */
    public record Step(String step, Span at, Says says, String tells, boolean reassigns) {}

    /** What a step says. */
    public enum Says {
        WARNED,
        BREACHED
    }

    /** The clock of that name, or null when this version has none. */
    public Clock clock(String name) {
        return clocks.stream().filter(c -> c.clock().equals(name)).findFirst().orElse(null);
    }
}

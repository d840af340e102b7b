package io.revstream.policy;

import io.revstream.events.ActivityBy;
import java.util.ArrayList;
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
            Starts starts,
            Stops stops,
            Span target,
            List<Step> chain,
            int reassignments) {}

    /**
     * What starts a clock.
     *
     * @param stage the stage whose entry starts it; null unless {@code with} is STAGE
     */
    public record Starts(Start with, String stage) {

        /** Starts with an event of routing or promotion. */
        public static Starts with(Start event) {
            return new Starts(event, null);
        }

        /** Starts with an entry of a stage. */
        public static Starts at(String stage) {
            return new Starts(Start.STAGE, stage);
        }
    }

    /** What kind of thing starts a clock. */
    public enum Start {
        PROMOTION,
        ASSIGNMENT,
        QUEUED,
        STAGE
    }

    /**
     * What stops a clock; one of these is enough.
     *
     * @param kinds kinds of activity; empty when none stops it
     * @param by whose activity; null for anybody's
     * @param event null when neither an assignment nor an answer of sales stops it
     * @param stage the stage whose entry stops it, or that of a later one; null for none
     * @param known attributes or facts that stop it when all are known; empty for none
     */
    public record Stops(Set<String> kinds, ActivityBy by, StopEvent event, String stage, Set<String> known) {

        /** Activities stop it. */
        public static Stops with(Set<String> kinds, ActivityBy by) {
            return new Stops(kinds, by, null, null, Set.of());
        }

        /** An event stops it. */
        public static Stops with(StopEvent event) {
            return new Stops(Set.of(), null, event, null, Set.of());
        }

        /** Whether it waits for an assignment. */
        public boolean assigned() {
            return event == StopEvent.ASSIGNED;
        }

        /** What it waits for, in words. */
        public List<String> awaited() {
            List<String> awaited = new ArrayList<>(kinds.stream().sorted().toList());
            if (event != null) {
                awaited.add(event.words());
            }
            if (stage != null) {
                awaited.add("stage " + stage);
            }
            known.stream().sorted().forEach(awaited::add);
            return List.copyOf(awaited);
        }
    }

    /** An event that stops a clock. */
    public enum StopEvent {
        ASSIGNED("assignment"),
        /** Sales has answered: accepted or rejected. */
        ACCEPTED("acceptance or rejection");

        private final String words;

        StopEvent(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

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

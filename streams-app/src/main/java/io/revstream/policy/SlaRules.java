package io.revstream.policy;

import io.revstream.events.ActivityBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * SLA clocks and their escalation chains.
 *
 * @param systemDelayFrom from which length on what the pipeline itself took before the assignment is not charged to the rep
 * @param catchUp a step said later than so much after it was due is superseded by a later one that is due as well
 */
public record SlaRules(List<Clock> clocks, Span systemDelayFrom, Span catchUp) {

    /** What the schema states for {@code systemDelayFrom}. */
    static final Span USUAL_SYSTEM_DELAY = new Span(1, Span.Unit.MIN);

    /** What the schema states for {@code catchUp}. */
    static final Span USUAL_CATCH_UP = new Span(15, Span.Unit.MIN);

    /** With the usual figures for delays of the pipeline. */
    public SlaRules(List<Clock> clocks) {
        this(clocks, USUAL_SYSTEM_DELAY, USUAL_CATCH_UP);
    }

    /** What a clock runs for. */
    public enum Subject {
        LEAD,
        DEAL
    }

    /**
     * A clock.
     *
     * @param clock its name
     * @param of what it runs for
     * @param when conditions, all of which must hold for it to start; none for a clock of all
     * @param engaged it does not start where the latest contact before it was one of these (SLA-24); null for a clock that always starts
     * @param calendar name of the business calendar
     * @param starts what starts it
     * @param stops what stops it
     * @param restarts what meets it and starts it anew; null when nothing does
     * @param pauses what pauses it; null when nothing does
     * @param awayPauses true when business time stands still while the owner is away
     * @param target when it is due, from its start, unless a variant holds
     * @param variants other targets and chains
     * @param chain steps in the order in which they are due, unless a variant has its own
     * @param reassignments how many times its chain may take a lead from its owner within one pass
     */
    public record Clock(
            String clock,
            Subject of,
            List<Condition> when,
            Acts engaged,
            String calendar,
            Starts starts,
            Stops stops,
            Restarts restarts,
            Pauses pauses,
            boolean awayPauses,
            Span target,
            List<Variant> variants,
            List<Step> chain,
            int reassignments) {

        /** A clock of all leads with one target, which nothing restarts or pauses. */
        public Clock(
                String clock,
                String calendar,
                Starts starts,
                Stops stops,
                Span target,
                List<Step> chain,
                int reassignments) {
            this(
                    clock,
                    Subject.LEAD,
                    List.of(),
                    null,
                    calendar,
                    starts,
                    stops,
                    null,
                    null,
                    false,
                    target,
                    List.of(),
                    chain,
                    reassignments);
        }
    }

    /**
     * Activities.
     *
     * @param kinds kinds of activity; empty for any
     * @param by whose activity; null for anybody's
     */
    public record Acts(Set<String> kinds, ActivityBy by) {

        /** Whether an activity is one of these. */
        public boolean include(String kind, ActivityBy actor) {
            return (kinds.isEmpty() || kinds.contains(kind)) && (by == null || by == actor);
        }

        /** Their kinds in words. */
        public List<String> words() {
            return kinds.isEmpty()
                    ? List.of("any activity")
                    : kinds.stream().sorted().toList();
        }
    }

    /**
     * What starts a clock.
     *
     * @param stage the stage whose entry starts it, of the lifecycle for a lead and of the pipeline for a deal; null unless {@code with}
     *     is STAGE
     * @param since it counts from the latest of these activities before the event; none when it counts from the event
     */
    public record Starts(Start with, String stage, List<Signal> since) {

        /** Starts with an event. */
        public static Starts with(Start event) {
            return new Starts(event, null, List.of());
        }

        /** Starts with an entry of a stage. */
        public static Starts at(String stage) {
            return new Starts(Start.STAGE, stage, List.of());
        }
    }

    /** What kind of thing starts a clock. */
    public enum Start {
        PROMOTION,
        ASSIGNMENT,
        QUEUED,
        STAGE,
        /** The deal is known for the first time. */
        CREATED,
        /** The deal is won. */
        WON
    }

    /**
     * What stops a clock; one of these is enough.
     *
     * @param acts activities; null when none stops it
     * @param event null when neither an assignment nor an answer of sales stops it
     * @param stage the stage whose entry stops it, or that of a later one; null for none
     * @param known attributes, facts or fields of a deal that stop it when all are known; empty for none
     */
    public record Stops(Acts acts, StopEvent event, String stage, Set<String> known) {

        /** Activities stop it. */
        public static Stops with(Set<String> kinds, ActivityBy by) {
            return new Stops(new Acts(kinds, by), null, null, Set.of());
        }

        /** An event stops it. */
        public static Stops with(StopEvent event) {
            return new Stops(null, event, null, Set.of());
        }

        /** Whether it waits for an assignment. */
        public boolean assigned() {
            return event == StopEvent.ASSIGNED;
        }

        /** Whose activity stops it; null for anybody's, or when none does. */
        public ActivityBy by() {
            return acts == null ? null : acts.by();
        }

        /** What it waits for, in words. */
        public List<String> awaited() {
            List<String> awaited = new ArrayList<>(acts == null ? List.of() : acts.words());
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
     * What meets a clock and starts it anew.
     *
     * @param acts activities; null when none does
     * @param advanced true when each entry of a stage does
     */
    public record Restarts(Acts acts, boolean advanced) {}

    /**
     * Between which activities a clock stands still.
     *
     * @param from kinds with which it pauses
     * @param until kinds with which it goes on; empty when it only goes on by itself
     * @param most after which it goes on by itself
     */
    public record Pauses(Set<String> from, Set<String> until, Span most) {}

    /**
     * Another target for some.
     *
     * @param when conditions, all of which must hold
     * @param chain the chain in place of the clock's; empty for that of the clock
     */
    public record Variant(String variant, List<Condition> when, Span target, List<Step> chain) {}

    /**
     * A step of an escalation chain.
     *
     * @param at when, from the clock's start, or from when it is due where {@code overdue} says so; the first time of one that comes again
     * @param overdue true when {@code at} counts from when the clock is due
     * @param again how it comes again and again; null for once
     * @param says a warning or a breach
     * @param tells role of the recipient: owner, backup, manager, team, revops
     * @param then what becomes of the lead; null when it stays with its owner
     * @param does what outside systems are asked for
     */
    public record Step(
            String step,
            Span at,
            boolean overdue,
            Again again,
            Says says,
            String tells,
            Then then,
            List<EntryAction> does) {

        /** A step that comes once and asks nothing of outside systems. */
        public Step(String step, Span at, Says says, String tells, boolean reassigns) {
            this(step, at, false, null, says, tells, reassigns ? Then.REASSIGN : null, List.of());
        }

        /** Whether it takes the lead from its owner. */
        public boolean reassigns() {
            return then != null;
        }

        /** Whether it has no meaning while there is no owner: it tells him or who stands in for him, or takes the lead from him. */
        public boolean needsOwner() {
            return reassigns() || tells.equals("owner") || tells.equals("backup");
        }
    }

    /**
     * How a step comes again.
     *
     * @param every how long after a time the next one comes
     * @param until from the clock's start: then and later it does not come any more
     */
    public record Again(Span every, Span until) {}

    /** What a step says. */
    public enum Says {
        WARNED,
        BREACHED
    }

    /** Who gets a lead that a step takes from its owner. */
    public enum Then {
        /** Another rep by routing. */
        REASSIGN,
        /** Who stands in for the owner. */
        BACKUP
    }

    /** The clock of that name, or null when this version has none. */
    public Clock clock(String name) {
        return clocks.stream().filter(c -> c.clock().equals(name)).findFirst().orElse(null);
    }
}

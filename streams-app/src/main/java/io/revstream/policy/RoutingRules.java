package io.revstream.policy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who gets a lead.
 *
 * @param tree branches in the order in which they are tried; the last has no condition (RTE-14)
 * @param meeting whose tree routes meetings; null when they are routed as promotions
 * @param territories territories in the order in which they are tried
 * @param teams teams by id
 * @param keeping who keeps a lead, and for how long it may go from one to the next
 */
public record RoutingRules(
        List<Branch> tree,
        Meeting meeting,
        List<Territory> territories,
        Map<String, Team> teams,
        Rotation rotation,
        Keeping keeping) {

    /** The tree that is asked for a reason of routing, by the name of {@code RoutingReason}. */
    public List<Branch> tree(String reason) {
        return meeting != null && reason.equals("MEETING") ? meeting.tree() : tree;
    }

    /**
     * How meetings are routed that somebody books or asks for (RTE-24).
     *
     * @param on kinds of activity that are such a booking
     */
    public record Meeting(Set<String> on, List<Branch> tree) {}

    /** Whether a lead that comes back in a later pass goes to whom it had before. */
    public boolean sticky() {
        return keeping.sticky();
    }

    /** Most owners of a lead within a pass; null for as many as the chains of the clocks give it. */
    public Integer hops() {
        return keeping.hops();
    }

    /**
     * Who keeps a lead.
     *
     * @param sticky whether one that comes back in a later pass goes to whom it had before
     * @param hops most owners within a pass, after which it stays; null for no limit but those of the clocks
     */
    public record Keeping(boolean sticky, Integer hops) {}

    /**
     * A branch.
     *
     * @param account what must hold for the account: named, chosen (an owner was chosen for an earlier contact)
     * @param when conditions on the lead, all of which must hold
     * @param expression what must hold beside them; null for nothing
     * @param to where it leads
     */
    public record Branch(String branch, Set<String> account, List<Condition> when, Expression expression, Target to) {

        /** A branch without an expression. */
        public Branch(String branch, Set<String> account, List<Condition> when, Target to) {
            this(branch, account, when, null, to);
        }

        /** The attributes that it asks for. */
        public Set<String> asked() {
            Set<String> asked = new TreeSet<>();
            when.forEach(condition -> asked.add(condition.attribute()));
            if (expression != null) {
                expression.conditions().forEach(condition -> asked.add(condition.attribute()));
            }
            asked.addAll(to.skillsFrom());
            asked.addAll(to.prefers());
            if (to.kind() == Target.Kind.TERRITORY) {
                asked.add(DerivedFacts.TERRITORY);
            }
            return asked;
        }

        /** Whether it takes every lead. */
        public boolean isOpen() {
            return account.isEmpty() && when.isEmpty() && expression == null && to.kind() == Target.Kind.TEAM;
        }
    }

    /**
     * Where a branch leads.
     *
     * @param kind account-owner, account-choice, territory or team
     * @param team team id; null unless {@code kind} is TEAM
     * @param rep rep of the team who gets it when he can; null for the team's rotation
     * @param skills skills that the rep must have
     * @param skillsFrom attributes whose words are such skills too
     * @param prefers attributes of whose words the rep's territories should have one
     */
    public record Target(
            Kind kind, String team, String rep, Set<String> skills, List<String> skillsFrom, List<String> prefers) {

        /** Without wishes for the rep. */
        public Target(Kind kind, String team) {
            this(kind, team, null, Set.of(), List.of(), List.of());
        }

        /** Kinds of targets. */
        public enum Kind {
            ACCOUNT_OWNER,
            ACCOUNT_CHOICE,
            TERRITORY,
            TEAM
        }
    }

    /**
     * A team; its reps come from the {@code reps} topic.
     *
     * @param name in words
     * @param zone time zone of its queue, and of reps who state none
     * @param manager who receives escalations when a rep has no manager of his own; null for none
     * @param days working days of reps who state none; null for those of the rotation's calendar
     * @param hours working hours of reps who state none; null for those of the rotation's calendar
     * @param holidays calendar of holidays of reps who state none, empty for none; null for that of the rotation's calendar
     * @param backup the rep who stands in for those who state nobody; null for none
     * @param reps who may be on the team; null when the policy does not say
     */
    public record Team(
            String name,
            ZoneId zone,
            String manager,
            Set<DayOfWeek> days,
            CalendarRules.Hours hours,
            String holidays,
            String backup,
            Set<String> reps) {

        /** A team of whose working time and reps the policy says nothing. */
        public Team(String name, ZoneId zone, String manager) {
            this(name, zone, manager, null, null, null, null, null);
        }

        /** Whether a rep may be on the team. */
        public boolean lists(String rep) {
            return reps == null || reps.contains(rep);
        }
    }

    /**
     * How reps take turns.
     *
     * @param counterMax count at which a counter begins again; null unless the method is COUNTER
     * @param capacity most open leads of a rep who states none
     * @param openDeals open deals from which on a rep's pipeline is full; null for no such limit
     * @param caps most leads within a time
     * @param countResets when the counts start again
     * @param calendar business calendar of the reps; null for none
     * @param respectsHours true when reps are given leads in their working time only
     * @param weights what gives a rep more or less than a full share
     * @param ofTeams how teams that differ take turns, by team id
     */
    public record Rotation(
            Method method,
            Integer counterMax,
            int capacity,
            Integer openDeals,
            Caps caps,
            CountResets countResets,
            String calendar,
            boolean respectsHours,
            Weights weights,
            Map<String, Rotation> ofTeams) {

        /** Without counter, caps, weights or teams that differ. */
        public Rotation(Method method, int capacity, CountResets countResets, String calendar, boolean respectsHours) {
            this(
                    method,
                    null,
                    capacity,
                    null,
                    Caps.NONE,
                    countResets,
                    calendar,
                    respectsHours,
                    Weights.EQUAL,
                    Map.of());
        }

        /** How the reps of a team take turns. */
        public Rotation of(String team) {
            return ofTeams.getOrDefault(team, this);
        }

        /** Ways of taking turns (domain 4.7). */
        public enum Method {
            /** Who is furthest behind his share goes first. */
            EVEN,
            /** The counter names the rep. */
            COUNTER,
            /** Who was given a lead least recently goes first. */
            QUEUE
        }

        /** When the counts of a rotation start again (RTE-12). */
        public enum CountResets {
            NEVER,
            WEEKLY,
            MONTHLY
        }

        /**
         * Most leads of a rep within an hour, a day and a week of his zone, beginning with the hour, at midnight and on Monday; null for no such
         * limit.
         */
        public record Caps(Integer perHour, Integer perDay, Integer perWeek) {
            public static final Caps NONE = new Caps(null, null, null);
        }

        /**
         * What gives a rep more or less than a full share; the weights are multiplied.
         *
         * @param attainment weight of reps below their quota; null for none
         * @param preference weight of a rep whose territories fit the lead
         * @param ramp weights of a rep in his first days, the earliest first
         */
        public record Weights(Attainment attainment, BigDecimal preference, List<RampStep> ramp) {
            public static final Weights EQUAL = new Weights(null, BigDecimal.ONE, List.of());
        }

        /** Weight of reps who have reached less than a share of their quota (RTE-11). */
        public record Attainment(BigDecimal below, BigDecimal weight) {}

        /**
         * A step of a ramp.
         *
         * @param days days after the rep began at which the step ends
         * @param weight share of a full rotation; zero for no turns
         */
        public record RampStep(long days, BigDecimal weight) {}
    }
}

package io.revstream.policy;

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
     */
    public record Team(String name, ZoneId zone, String manager) {}

    /**
     * How reps take turns.
     *
     * @param method EVEN: the fewest leads since the count began goes first
     * @param capacity most open leads of a rep who states none
     * @param countResets when the counts start again
     * @param calendar business calendar of the reps
     */
    public record Rotation(Method method, int capacity, CountResets countResets, String calendar) {
        /** Ways of taking turns (domain 4.7). */
        public enum Method {
            EVEN
        }

        /** When the counts of a rotation start again (RTE-12). */
        public enum CountResets {
            NEVER,
            WEEKLY,
            MONTHLY
        }
    }
}

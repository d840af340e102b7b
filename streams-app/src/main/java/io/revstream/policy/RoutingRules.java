package io.revstream.policy;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who gets a lead.
 *
 * @param tree branches in the order in which they are tried; the last has no condition (RTE-14)
 * @param teams teams by id
 * @param keeping who keeps a lead, and for how long it may go from one to the next
 */
public record RoutingRules(List<Branch> tree, Map<String, Team> teams, Rotation rotation, Keeping keeping) {

    /** STUB */
    public record Meeting(Set<String> on) {}

    public Meeting meeting() {
        return null;
    }

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
     * @param to the account's owner, the owner chosen before, or a team
     */
    public record Branch(String branch, Set<String> account, List<Condition> when, Target to) {}

    /**
     * Where a branch leads.
     *
     * @param kind account-owner, account-choice or team
     * @param team team id; null unless {@code kind} is TEAM
     */
    public record Target(Kind kind, String team) {
        /** Kinds of targets. */
        public enum Kind {
            ACCOUNT_OWNER,
            ACCOUNT_CHOICE,
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

package io.revstream.policy;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who gets a lead.
 *
 * @param tree branches in the order in which they are tried; the last has no condition (RTE-14)
 * @param teams teams by id
 */
public record RoutingRules(List<Branch> tree, Map<String, Team> teams, Rotation rotation) {

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
     * @param method EVEN: the fewest leads since the count began goes first
     * @param capacity most open leads of a rep who states none
     * @param countResets when the counts start again
     * @param calendar business calendar of the reps; null for none
     * @param respectsHours true when reps are given leads in their working time only
     */
    public record Rotation(
            Method method, int capacity, CountResets countResets, String calendar, boolean respectsHours) {

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

package io.revstream.routing;

import io.revstream.events.Candidate;
import io.revstream.policy.RoutingRules;
import io.revstream.policy.RoutingRules.Rotation.CountResets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reps take turns (RTE-08): who has had the fewest goes first, then who has waited longest, then by id. Shares are counted over the time
 * in which a rep could take leads: whoever joins or comes back, from an absence or from a full desk, is credited up to the least of
 * those who were there, so that he is neither flooded nor made to pay.
 *
 * <p>Leads that an account's owner gets take room on his desk but no turn (RTE-23).
 */
public final class Rotation {

    private static final Comparator<Rep> NEXT = Comparator.comparingInt(Rep::share)
            .thenComparing(Rep::lastAssignedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Rep::id);

    private Rotation() {}

    /**
     * Chooses a rep. The preferred one gets the lead even when his desk is full and his working time over, but not while he is away,
     * inactive, excluded or not on the roster: then the team takes turns. One who only stands in must be at work and have room.
     *
     * @param zone time zone of the team, in which weeks and months begin
     */
    public static Turn choose(Roster roster, Ask ask, RoutingRules.Rotation rules, ZoneId zone, Instant at) {
        Roster ready = levelled(counting(roster, periodBegins(rules.countResets(), zone, at)), rules, at);
        Rep preferred = ask.preferredRepId() == null ? null : ready.reps().get(ask.preferredRepId());
        if (preferred != null && passedOver(preferred, ask, rules, at) == null) {
            Roster after = ready.holding(preferred.id(), ask.leadId(), ask.pass());
            return turn(
                    after,
                    preferred.id(),
                    ask.preferredBecause(),
                    ask,
                    rules,
                    at,
                    preferred.name() + has(ask));
        }
        String passedOver = passedOverWords(preferred, ask, rules, at);
        Rep next = ready.reps().values().stream()
                .filter(rep -> skipped(rep, ask, rules, at) == null)
                .min(NEXT)
                .orElse(null);
        if (next == null) {
            return turn(ready, null, "queue", ask, rules, at, passedOver + "no rep of the team can take the lead");
        }
        Roster after = ready.with(next.withTurns(next.assigned() + 1, next.credit(), at))
                .holding(next.id(), ask.leadId(), ask.pass());
        return turn(remembering(after), next.id(), "rotation", ask, rules, at, passedOver + words(next));
    }

    /** Whether somebody would get the lead at that instant. */
    static boolean anybodyCanTake(Roster roster, Ask ask, RoutingRules.Rotation rules, Instant at) {
        Rep preferred = ask.preferredRepId() == null ? null : roster.reps().get(ask.preferredRepId());
        if (preferred != null && passedOver(preferred, ask, rules, at) == null) {
            return true;
        }
        for (Rep rep : roster.reps().values()) {
            if (skipped(rep, ask, rules, at) == null) {
                return true;
            }
        }
        return false;
    }

    /** When the counts that hold at an instant began: midnight on Monday, or on the first of the month, in the team's zone (RTE-12). */
    static Instant periodBegins(CountResets resets, ZoneId zone, Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return switch (resets) {
            case NEVER -> Instant.EPOCH;
            case WEEKLY ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .atStartOfDay(zone)
                        .toInstant();
            case MONTHLY -> day.withDayOfMonth(1).atStartOfDay(zone).toInstant();
        };
    }

    private static Roster counting(Roster roster, Instant since) {
        if (roster.countedSince() != null && !since.isAfter(roster.countedSince())) {
            return roster;
        }
        return new Roster(roster.reps(), since, 0).each(rep -> rep.withTurns(0, 0, rep.lastAssignedAt()));
    }

    private static Roster levelled(Roster roster, RoutingRules.Rotation rules, Instant at) {
        int level = roster.reps().values().stream()
                .filter(rep -> rep.eligible() && eligible(rep, rules, at))
                .mapToInt(Rep::share)
                .min()
                .orElse(roster.level());
        return new Roster(roster.reps(), roster.countedSince(), level).each(rep -> {
            boolean eligible = eligible(rep, rules, at);
            int missing = eligible && !rep.eligible() ? Math.max(0, level - rep.share()) : 0;
            return rep.withTurns(rep.assigned(), rep.credit() + missing, rep.lastAssignedAt())
                    .withEligible(eligible);
        });
    }

    /** With the level that the turn just given leaves behind: should all go away, they come back to it. */
    private static Roster remembering(Roster roster) {
        int level = roster.reps().values().stream()
                .filter(Rep::eligible)
                .mapToInt(Rep::share)
                .min()
                .orElse(roster.level());
        return new Roster(roster.reps(), roster.countedSince(), level);
    }

    private static boolean eligible(Rep rep, RoutingRules.Rotation rules, Instant at) {
        return rep.active() && rep.kept() == null && !rep.absent(at) && !rep.full(rules);
    }

    /** Why the rotation passes over a rep; null when it does not. */
    public static String skipped(Rep rep, Ask ask, RoutingRules.Rotation rules, Instant at) {
        String reason = unavailable(rep, ask, at);
        if (reason == null) {
            reason = rep.kept();
        }
        if (reason == null && !rep.skills().containsAll(ask.skills())) {
            return "lacks-skill";
        }
        return reason == null && rep.full(rules) ? "at-capacity" : reason;
    }

    /** Why a rep cannot even get what is his own. */
    private static String unavailable(Rep rep, Ask ask, Instant at) {
        if (!rep.active()) {
            return "inactive";
        }
        if (!rep.belongs()) {
            return rep.kept();
        }
        if (rep.absent(at)) {
            return "absent";
        }
        return ask.excluded().contains(rep.id()) ? "excluded" : null;
    }

    private static String passedOver(Rep preferred, Ask ask, RoutingRules.Rotation rules, Instant at) {
        return Ask.BACKUP.equals(ask.preferredBecause())
                ? skipped(preferred, ask, rules, at)
                : unavailable(preferred, ask, at);
    }

    private static String passedOverWords(Rep preferred, Ask ask, RoutingRules.Rotation rules, Instant at) {
        if (ask.preferredRepId() == null) {
            return "";
        }
        String reason = preferred == null ? "not on the roster" : passedOver(preferred, ask, rules, at);
        return ask.preferredRepId() + " (" + ask.preferredBecause() + ") is " + reason + "; ";
    }

    private static String has(Ask ask) {
        return switch (ask.preferredBecause()) {
            case Ask.BACKUP -> " stands in";
            case Ask.LEAD_OWNER -> " has the lead";
            default -> " has the account";
        };
    }

    private static String words(Rep next) {
        String credited = next.credit() == 0 ? "" : " and " + next.credit() + " credited";
        return next.name() + " has had the fewest turns: " + next.assigned() + " leads" + credited;
    }

    private static Turn turn(
            Roster after,
            String repId,
            String method,
            Ask ask,
            RoutingRules.Rotation rules,
            Instant at,
            String because) {
        List<Candidate> candidates = new ArrayList<>();
        for (Rep rep : after.reps().values()) {
            boolean chosen = rep.id().equals(repId);
            candidates.add(Candidate.newBuilder()
                    .setRepId(rep.id())
                    .setChosen(chosen)
                    .setSkipped(chosen ? null : skipped(rep, ask, rules, at))
                    .setAssigned(rep.assigned())
                    .setCredit(rep.credit())
                    .setOpen(rep.open().size())
                    .build());
        }
        return new Turn(after, repId, method, List.copyOf(candidates), because);
    }
}

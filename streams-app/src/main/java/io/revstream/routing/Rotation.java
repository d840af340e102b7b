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
import java.util.List;
import java.util.Set;

/**
 * Reps take turns: by shares, by a counter, or the least recently served first (domain 4.7). Who cannot take a lead is skipped, and the
 * decision says why (RTE-10).
 *
 * <p>Leads that an account's owner gets take room on his desk but no turn (RTE-23).
 */
public final class Rotation {

    private static final Ask ANY = new Ask("", 1, null, null, Set.of());

    private Rotation() {}

    /**
     * Chooses a rep. The preferred one gets the lead even when his desk is full and his working time over, but not while he is away,
     * inactive, excluded or not on the roster: then the team takes turns. One who only stands in must be at work and have room.
     *
     * @param zone time zone of the team, in which weeks and months begin, and of reps who state none
     */
    public static Turn choose(Roster roster, Ask ask, RoutingRules.Rotation rules, ZoneId zone, Instant at) {
        Roster ready = counting(roster, periodBegins(rules.countResets(), zone, at));
        List<Standing> standings = standings(ready, ask, rules, zone, at);
        Rep preferred = ask.preferredRepId() == null ? null : ready.reps().get(ask.preferredRepId());
        if (preferred != null && passedOver(preferred, ask, rules, zone, at) == null) {
            return given(
                    ready.with(preferred.holding(ask, at, zone)),
                    standings,
                    preferred,
                    ask.preferredBecause(),
                    preferred.name() + has(ask));
        }
        String before = preferredWords(preferred, ask, rules, zone, at);
        List<Standing> able = standings.stream().filter(Standing::able).toList();
        if (able.isEmpty()) {
            String because = before + "no rep of the team can take the lead";
            return new Turn(ready, null, "queue", candidates(ready, standings, null), because);
        }
        Next next = next(ready, standings, able, rules);
        return given(
                next.roster().given(next.rep(), next.price(), ask, at, zone),
                standings,
                next.rep(),
                method(rules.method()),
                before + next.because());
    }

    /** Whose turn it would be, whomever the lead prefers; null when nobody could take it. */
    static String nextUp(Roster roster, Ask ask, RoutingRules.Rotation rules, ZoneId zone, Instant at) {
        Roster ready = counting(roster, periodBegins(rules.countResets(), zone, at));
        List<Standing> standings = standings(ready, ask, rules, zone, at);
        List<Standing> able = standings.stream().filter(Standing::able).toList();
        return able.isEmpty() ? null : next(ready, standings, able, rules).rep().id();
    }

    /** Why the rotation passes over a rep; null when it does not. */
    public static String skipped(Rep rep, Ask ask, RoutingRules.Rotation rules, ZoneId zone, Instant at) {
        return Standing.of(rep, ask, rules, zone, at).skipped();
    }

    /** His weight for a lead; 1 for a full share. */
    public static double weight(Rep rep, Ask ask, RoutingRules.Rotation rules, ZoneId zone, Instant at) {
        return RepWeight.asNumber(Standing.of(rep, ask, rules, zone, at).weight());
    }

    /** Whether somebody would get the lead at that instant. */
    static boolean anybodyCanTake(Roster roster, Ask ask, RoutingRules.Rotation rules, ZoneId zone, Instant at) {
        return preferredCanTake(roster, ask, rules, zone, at)
                || roster.reps().values().stream()
                        .anyMatch(rep -> Standing.of(rep, ask, rules, zone, at).able());
    }

    /** Whether the rep whom the lead prefers would get it. */
    static boolean preferredCanTake(Roster roster, Ask ask, RoutingRules.Rotation rules, ZoneId zone, Instant at) {
        Rep preferred = ask.preferredRepId() == null ? null : roster.reps().get(ask.preferredRepId());
        return preferred != null && passedOver(preferred, ask, rules, zone, at) == null;
    }

    /** Whether the rotation could give somebody a lead, if it asks for nothing. */
    static boolean anybodyFree(Roster roster, RoutingRules.Rotation rules, ZoneId zone, Instant at) {
        return anybodyCanTake(roster, ANY, rules, zone, at);
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

    private static Next next(
            Roster roster, List<Standing> standings, List<Standing> able, RoutingRules.Rotation rules) {
        return switch (rules.method()) {
            case EVEN -> EvenTurns.next(roster, able);
            case COUNTER -> CounterTurns.next(roster, standings, rules.counterMax());
            case QUEUE -> LeastRecent.next(roster, able);
        };
    }

    private static String method(RoutingRules.Rotation.Method method) {
        return switch (method) {
            case EVEN -> "rotation";
            case COUNTER -> "counter";
            case QUEUE -> "least-recent";
        };
    }

    private static Roster counting(Roster roster, Instant since) {
        return roster.countedSince() == null || since.isAfter(roster.countedSince()) ? roster.reset(since) : roster;
    }

    private static List<Standing> standings(
            Roster roster, Ask ask, RoutingRules.Rotation rules, ZoneId zone, Instant at) {
        List<Standing> standings = new ArrayList<>(roster.reps().size());
        roster.reps().values().forEach(rep -> standings.add(Standing.of(rep, ask, rules, zone, at)));
        return standings;
    }

    private static String passedOver(Rep preferred, Ask ask, RoutingRules.Rotation rules, ZoneId zone, Instant at) {
        return Ask.BACKUP.equals(ask.preferredBecause())
                ? Standing.of(preferred, ask, rules, zone, at).skipped()
                : Standing.unavailable(preferred, ask, at);
    }

    private static String preferredWords(Rep preferred, Ask ask, RoutingRules.Rotation rules, ZoneId zone, Instant at) {
        if (ask.preferredRepId() == null) {
            return "";
        }
        String reason = preferred == null ? "not on the roster" : passedOver(preferred, ask, rules, zone, at);
        return ask.preferredRepId() + " (" + ask.preferredBecause() + ") is " + reason + "; ";
    }

    private static String has(Ask ask) {
        return switch (ask.preferredBecause()) {
            case Ask.BACKUP -> " stands in";
            case Ask.LEAD_OWNER -> " has the lead";
            case "territory-owner" -> " has the territory";
            case "specialist" -> " is the specialist";
            default -> " has the account";
        };
    }

    private static Turn given(Roster after, List<Standing> standings, Rep rep, String method, String because) {
        return new Turn(after, rep.id(), method, candidates(after, standings, rep.id()), because);
    }

    /** The ledger of each rep after the turn, and whether he was skipped in it. */
    private static List<Candidate> candidates(Roster after, List<Standing> standings, String chosen) {
        List<Candidate> candidates = new ArrayList<>(standings.size());
        for (Standing standing : standings) {
            Rep rep = after.reps().get(standing.rep().id());
            boolean taken = rep.id().equals(chosen);
            candidates.add(Candidate.newBuilder()
                    .setRepId(rep.id())
                    .setChosen(taken)
                    .setSkipped(taken ? null : standing.skipped())
                    .setAssigned(rep.ledger().assigned())
                    .setCredit(rep.ledger().wholeOwed())
                    .setOpen(rep.open().size())
                    .setWeight(RepWeight.asNumber(standing.weight()))
                    .setShare(rep.ledger().share())
                    .build());
        }
        return List.copyOf(candidates);
    }
}

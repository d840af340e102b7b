package io.revstream.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is wrong with a team as it stands. Nothing stops for it: what makes no sense counts as not stated. */
public final class RosterIssues {

    private final Roster roster;
    private final TeamTerms terms;
    private final SortedMap<String, RosterIssue> found = new TreeMap<>();

    private RosterIssues(Roster roster, TeamTerms terms) {
        this.roster = roster;
        this.terms = terms;
    }

    /**
     * All that is wrong, by the keys of the issues.
     *
     * @param needed whether a lead asks for a rep, or has done so: a team of nobody is in order as long as nobody is asked for
     */
    public static SortedMap<String, RosterIssue> of(Roster roster, TeamTerms terms, boolean needed, Instant now) {
        RosterIssues issues = new RosterIssues(roster, terms);
        issues.ofTeam(needed);
        roster.reps().values().forEach(rep -> issues.ofRep(rep, now));
        return Collections.unmodifiableSortedMap(issues.found);
    }

    private void ofTeam(boolean needed) {
        if (!terms.known()) {
            add(
                    terms.id(),
                    "unknown-team",
                    terms.id(),
                    "Expected a team of the policy, but it has none called " + terms.id()
                            + "; its leads go to the team of the last branch",
                    "teamId");
        } else if (needed && roster.reps().values().stream().noneMatch(Rep::belongs)) {
            add(
                    terms.id(),
                    "team-without-reps",
                    terms.id(),
                    "Expected an active rep on team " + terms.id() + ", but it has none",
                    "reps");
        }
    }

    private void ofRep(Rep rep, Instant now) {
        if (terms.known() && rep.active() && !terms.team().lists(rep.id())) {
            add(
                    rep.id(),
                    "rep-not-listed",
                    rep.id(),
                    "Expected a rep whom the policy lists for team " + terms.id() + ", but it does not list " + rep.id()
                            + ", who gets no leads there",
                    "teamId");
        }
        detail(
                rep,
                Detail.ZONE,
                "an IANA time zone such as America/New_York",
                WorkingTime.zone(rep.profile().get(Detail.ZONE)));
        detail(rep, Detail.DAYS, "weekdays such as MONDAY", WorkingTime.ownDays(rep));
        detail(rep, Detail.HOURS, "working hours such as 09:00-17:00", WorkingTime.ownHours(rep));
        detail(rep, Detail.HOLIDAYS, "a holiday calendar such as us", WorkingTime.ownHolidays(rep));
        overlaps(rep, now);
    }

    private <T> void detail(Rep rep, Detail<T> detail, String expected, Object understood) {
        T stated = rep.profile().get(detail);
        if (stated != null && understood == null) {
            add(
                    rep.id() + "/" + detail.name(),
                    "rep-details",
                    rep.id(),
                    "Expected " + expected + ", but rep " + rep.id() + " of team " + terms.id() + " states \"" + stated
                            + "\"; that of the team counts",
                    detail.name());
        }
    }

    private void overlaps(Rep rep, Instant now) {
        List<Map.Entry<String, Stated<Absence>>> ahead = new ArrayList<>();
        rep.absences().entrySet().stream()
                .filter(entry -> !entry.getValue().value().withdrawn()
                        && entry.getValue().value().until().isAfter(now))
                .sorted(Comparator.comparing(entry -> entry.getValue().value().from()))
                .forEach(ahead::add);
        Map.Entry<String, Stated<Absence>> longest = null;
        for (Map.Entry<String, Stated<Absence>> entry : ahead) {
            if (longest != null
                    && contradict(longest.getValue().value(), entry.getValue().value())) {
                overlap(rep, longest.getKey(), entry.getKey());
                return;
            }
            longest = longest == null
                            || entry.getValue()
                                    .value()
                                    .until()
                                    .isAfter(longest.getValue().value().until())
                    ? entry
                    : longest;
        }
    }

    /** One says that he is back while the other says that he is away. */
    private static boolean contradict(Absence earlier, Absence later) {
        return later.from().isBefore(earlier.until()) && !later.until().equals(earlier.until());
    }

    private void overlap(Rep rep, String one, String other) {
        add(
                rep.id(),
                "overlapping-absences",
                rep.id(),
                "Expected absences that do not overlap or end together, but " + one + " and " + other + " of rep "
                        + rep.id() + " do otherwise; away is when one of them says so",
                one,
                other);
    }

    private void add(String key, String issue, String subject, String because, String... fields) {
        String place = issue + "/" + key;
        found.put(
                place, new RosterIssue(place, subject, issue, because, List.of(fields), Map.of("teamId", terms.id())));
    }
}

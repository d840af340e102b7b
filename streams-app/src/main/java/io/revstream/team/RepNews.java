package io.revstream.team;

import io.revstream.events.RepClaimed;
import io.revstream.events.RepFact;
import io.revstream.events.TeamRequest;
import io.revstream.routing.Ask;
import io.revstream.routing.Backup;
import io.revstream.routing.OwnerFacts;
import io.revstream.routing.Rep;
import io.revstream.routing.Roster;
import io.revstream.routing.TeamTerms;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Output;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What others must hear of the reps of a team: their open leads when their clocks count otherwise now, and who keeps which team has a rep. */
final class RepNews {

    private final TeamState before;
    private final Roster roster;
    private final TeamTerms terms;
    private final Instant now;

    RepNews(TeamState before, Roster roster, TeamTerms terms, Instant now) {
        this.before = before;
        this.roster = roster;
        this.terms = terms;
        this.now = now;
    }

    /** What the policy says of the team that matters to clocks, in a form to compare. */
    String terms() {
        return OwnerFacts.ofQueue(terms) + "/" + terms.team().backup();
    }

    /** Each open lead of a rep hears what changed. */
    List<Output> facts() {
        boolean otherTerms = !before.terms().isEmpty() && !before.terms().equals(terms());
        List<Output> facts = new ArrayList<>();
        for (Rep rep : roster.reps().values()) {
            Rep known = before.roster().reps().get(rep.id());
            if (known == null || known.open().isEmpty() || rep.open().isEmpty()) {
                continue;
            }
            if (!otherTerms && rep.isStatedAs(known)) {
                continue;
            }
            OwnerFacts after = OwnerFacts.of(rep, terms, now);
            if (otherTerms || !after.equals(OwnerFacts.of(known, terms, now))) {
                known.open().forEach((lead, pass) -> {
                    if (pass.equals(rep.open().get(lead))) {
                        facts.add(fact(rep, after, lead, pass));
                    }
                });
            }
        }
        return facts;
    }

    private Output fact(Rep rep, OwnerFacts facts, String lead, int pass) {
        Ask ask = new Ask(lead, pass, null, null, Set.of());
        return new Output(
                Catalogue.REP_FACTS,
                lead,
                RepFact.newBuilder()
                        .setLeadId(lead)
                        .setPass(pass)
                        .setTeamId(terms.id())
                        .setRepId(rep.id())
                        .setZone(facts.zone().getId())
                        .setManagerId(facts.managerId())
                        .setBackupId(Backup.of(roster, rep.id(), ask, terms, now))
                        .setDays(facts.days())
                        .setHours(facts.hours())
                        .setHolidays(facts.holidays())
                        .setAway(facts.away())
                        .setActive(facts.active())
                        .build());
    }

    /** Reps whom the team has: active, and listed where the policy lists them. */
    SortedSet<String> claimed() {
        SortedSet<String> claimed = new TreeSet<>();
        for (Rep rep : roster.reps().values()) {
            if (terms.known() && rep.active() && terms.team().lists(rep.id())) {
                claimed.add(rep.id());
            }
        }
        return claimed;
    }

    /** Claims of reps who came, and of those who went. */
    List<Output> claims() {
        SortedSet<String> after = claimed();
        List<Output> claims = new ArrayList<>();
        before.claimed().stream().filter(rep -> !after.contains(rep)).forEach(rep -> claims.add(claim(rep, false)));
        after.stream().filter(rep -> !before.claimed().contains(rep)).forEach(rep -> claims.add(claim(rep, true)));
        return claims;
    }

    private Output claim(String rep, boolean active) {
        String key = RepClaims.PREFIX + rep;
        return new Output(
                Catalogue.TEAM_REQUESTS,
                key,
                TeamRequest.newBuilder()
                        .setTeamId(key)
                        .setLeadId("")
                        .setPass(0)
                        .setClaimed(new RepClaimed(rep, terms.id(), active))
                        .build());
    }
}

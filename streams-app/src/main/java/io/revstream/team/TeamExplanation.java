package io.revstream.team;

import io.revstream.policy.CalendarRules;
import io.revstream.policy.Policy;
import io.revstream.policy.SlaRules;
import io.revstream.routing.Ask;
import io.revstream.routing.Backup;
import io.revstream.routing.OwnerFacts;
import io.revstream.routing.Planned;
import io.revstream.routing.Queue;
import io.revstream.routing.Rep;
import io.revstream.routing.Roster;
import io.revstream.routing.Rotation;
import io.revstream.routing.TeamTerms;
import io.revstream.routing.Turn;
import io.revstream.routing.Waiting;
import io.revstream.sla.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * How a team stands at an instant: who would get the next lead and why, what keeps each rep, and who waits how long.
 *
 * @param known whether the policy has the team
 * @param next the rep who would get a lead that asks for nothing in particular; null when it would have to wait
 * @param because in words
 * @param method how the next rep was found
 * @param countedSince when the counts of turns began; null before the first turn
 * @param reps reps in the order of the roster
 * @param queue those who wait, the longest waiting first
 * @param clock name of the clock that runs for those who wait; null when the policy has none
 * @param nextTry when somebody may be there for them, or something planned begins to hold; null when neither is to be expected
 * @param issues subjects of the data issues that stand, by issue
 */
public record TeamExplanation(
        String id,
        String name,
        boolean known,
        String next,
        String because,
        String method,
        Instant countedSince,
        List<OfRep> reps,
        List<OfLead> queue,
        String clock,
        Instant nextTry,
        SortedMap<String, String> issues) {

    /**
     * A rep.
     *
     * @param skipped why he would not get the next lead; null when he could
     * @param availableFrom when he is neither away nor out of his hours; null for one who is not on the team
     * @param open leads that he holds
     * @param assigned leads that the rotation gave him since the count began
     * @param share leads that were his by right since then; who is furthest behind it goes first
     * @param weight relative share of the rotation, for a lead that asks for nothing in particular
     * @param lastAssignedAt null for never
     * @param planned instants from which other details of him hold
     * @param backup who stands in for him; null when nobody does
     */
    public record OfRep(
            String id,
            String name,
            String skipped,
            Instant availableFrom,
            int open,
            int assigned,
            double share,
            double weight,
            Instant lastAssignedAt,
            OwnerFacts facts,
            List<Instant> planned,
            String backup) {}

    /**
     * A lead that waits.
     *
     * @param behind the contact of the same account whom it follows to its rep; null when it waits for itself
     * @param skills skills that its rep must have
     * @param excluded reps who must not get it
     * @param dueAt when the clock of the queue is due, by its plain target; null when there is none
     */
    public record OfLead(
            String id,
            String accountId,
            int pass,
            int round,
            Instant since,
            Duration waited,
            String behind,
            Set<String> skills,
            Set<String> excluded,
            Instant dueAt) {}

    /** Explains a team; nothing is decided. */
    public static TeamExplanation of(TeamState state, Policy policy, Instant now) {
        TeamTerms terms = TeamTerms.of(state.id(), policy);
        Roster roster = state.roster().at(now, terms);
        Ask any = new Ask("", 1, null, null, Set.of());
        Turn turn = Rotation.choose(roster, any, terms.rules(), terms.team().zone(), now);
        SlaRules.Clock clock = queueClock(policy);
        List<OfRep> reps = new ArrayList<>();
        for (Rep rep : roster.reps().values()) {
            reps.add(ofRep(rep, roster, terms, any, now));
        }
        return new TeamExplanation(
                state.id(),
                terms.known() ? terms.team().name() : state.id(),
                terms.known(),
                turn.repId(),
                turn.because(),
                turn.method(),
                roster.countedSince(),
                List.copyOf(reps),
                ofQueue(state.queue(), clock, policy, terms, now),
                clock == null ? null : clock.clock(),
                state.nextTry(),
                state.issues());
    }

    private static OfRep ofRep(Rep rep, Roster roster, TeamTerms terms, Ask any, Instant now) {
        ZoneId zone = terms.team().zone();
        return new OfRep(
                rep.id(),
                rep.name(),
                Rotation.skipped(rep, any, terms.rules(), zone, now),
                rep.belongs() ? terms.availableFrom(rep, now) : null,
                rep.open().size(),
                rep.ledger().assigned(),
                rep.ledger().share(),
                Rotation.weight(rep, any, terms.rules(), zone, now),
                rep.ledger().lastAssignedAt(),
                OwnerFacts.of(rep, terms, now),
                rep.planned().stream().map(Planned::from).toList(),
                Backup.of(roster, rep.id(), any, terms, now));
    }

    private static List<OfLead> ofQueue(
            Queue queue, SlaRules.Clock clock, Policy policy, TeamTerms terms, Instant now) {
        List<OfLead> leads = new ArrayList<>();
        for (Waiting lead : queue.waiting()) {
            leads.add(new OfLead(
                    lead.leadId(),
                    lead.accountId(),
                    lead.pass(),
                    lead.round(),
                    lead.since(),
                    Duration.between(lead.since(), now),
                    lead.behind(),
                    lead.ask().skills(),
                    lead.ask().excluded(),
                    clock == null ? null : due(clock, lead.since(), policy, terms)));
        }
        return List.copyOf(leads);
    }

    private static SlaRules.Clock queueClock(Policy policy) {
        return policy.sla().clocks().stream()
                .filter(clock -> clock.starts().with() == SlaRules.Start.QUEUED)
                .findFirst()
                .orElse(null);
    }

    private static Instant due(SlaRules.Clock clock, Instant since, Policy policy, TeamTerms terms) {
        CalendarRules calendar = policy.calendars().get(clock.calendar());
        return BusinessCalendar.of(calendar, terms.team().zone()).plus(since, clock.target());
    }
}

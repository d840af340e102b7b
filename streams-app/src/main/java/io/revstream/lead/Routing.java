package io.revstream.lead;

import io.revstream.events.BranchTried;
import io.revstream.events.LeadAssigned;
import io.revstream.events.LeadFact;
import io.revstream.events.LeadReleased;
import io.revstream.events.RepFact;
import io.revstream.events.RoutingAsked;
import io.revstream.events.RoutingReason;
import io.revstream.events.TeamRequest;
import io.revstream.routing.RequestFacts;
import io.revstream.scoring.Scorecard;
import io.revstream.stream.Catalogue;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Asks the account to have a lead routed, takes the answer, and tells the team when the lead is no longer open. */
final class Routing {

    private Routing() {}

    /**
     * The lead is about to be promoted: what is asked of its owner waits for the routing that follows. Gives who keeps the lead if he
     * can; in a later pass it is nobody's, unless somebody has it.
     */
    static Preferred expect(LeadDraft draft, int pass) {
        Preferred owner = Preferred.owner(draft);
        if (pass != draft.standing.pass()) {
            String meeting = draft.ownership.meeting();
            end(draft, "pass " + pass + " began");
            draft.ownership = Ownership.NONE.meeting(meeting);
        }
        if (draft.acts()) {
            draft.ownership = draft.ownership.asked(draft.now);
        }
        return owner;
    }

    /** The lead was promoted; by a meeting, the tree of meetings decides (RTE-24). */
    static void promoted(LeadDraft draft, Preferred owner) {
        boolean met = draft.ownership.meeting() != null;
        say(draft, met ? RoutingReason.MEETING : RoutingReason.PROMOTION, owner, null);
    }

    /** A prospect whom nobody looks after has booked a meeting. */
    static void forMeeting(LeadDraft draft) {
        draft.ownership = draft.ownership.asked(draft.now);
        say(draft, RoutingReason.MEETING, Preferred.owner(draft), null);
    }

    /** A clock's chain takes the lead away from its owner. In a queue it keeps its place: there is nobody to take it from. */
    static void takeAway(LeadDraft draft, Takeover takeover) {
        String previous = draft.ownership.ownerId();
        if (!draft.ownership.isQueued()) {
            release(draft, "reassigned");
        }
        draft.ownership = draft.ownership.takenAway().asked(draft.now);
        say(draft, takeover.reason(), takeover.preferred(), previous);
    }

    private static void say(LeadDraft draft, RoutingReason reason, Preferred preferred, String previous) {
        Preferred known = preferred.ifKnown(draft);
        String account = draft.profile.accountKey(draft.id, draft.policy);
        RoutingAsked asked = new RoutingAsked(
                draft.ownership.round(),
                reason.name(),
                draft.ownership.former(),
                previous,
                Scorecard.points(score(draft).total()),
                RequestFacts.of(draft.policy, draft.facts()).attributes(),
                known.repId(),
                known.teamId(),
                known.because());
        draft.say(
                Catalogue.LEAD_FACTS,
                account,
                LeadFact.newBuilder()
                        .setLeadId(draft.id)
                        .setAccountId(account)
                        .setPass(draft.standing.pass())
                        .setRouting(asked)
                        .build());
    }

    private static Scorecard score(LeadDraft draft) {
        return draft.score == null
                ? LeadScore.of(draft.facts(), draft.engagement, draft.firstSeen, draft.policy, draft.now)
                : draft.score;
    }

    /** A team has chosen a rep, or queued the lead. An answer that the lead no longer waits for gives the rep his place back. */
    static void assigned(LeadDraft draft, LeadAssigned assigned) {
        Ownership before = draft.ownership;
        boolean current = assigned.getPass() == draft.standing.pass() && assigned.getRound() == before.round();
        if (!current || !before.isAwaited()) {
            boolean told = current && Objects.equals(assigned.getOwnerId(), before.ownerId());
            if (!told && draft.acts()) {
                sayReleased(draft, assigned.getTeamId(), assigned.getPass(), assigned.getOwnerId(), "no longer routed");
            }
            return;
        }
        if (!keepsPlace(before, assigned)) {
            release(draft, "routed to team " + assigned.getTeamId());
        }
        draft.ownership = before.assigned(assigned.getTeamId(), assigned.getOwnerId(), how(assigned));
        Clocks.assigned(draft, assigned);
        if (assigned.getOwnerId() != null) {
            Alerts.owned(draft, assigned, before.awaitedSince());
        }
    }

    /** Whether the place that the lead has with a rep, or in a queue, is the one that it is given. */
    private static boolean keepsPlace(Ownership before, LeadAssigned assigned) {
        return assigned.getTeamId().equals(before.teamId())
                && (before.isQueued() || Objects.equals(assigned.getOwnerId(), before.ownerId()));
    }

    /** Whether a rep's fact is about who has the lead now: others' hours are nothing to it. */
    static boolean isOfOwner(LeadDraft draft, RepFact fact) {
        return fact.getPass() == draft.standing.pass() && fact.getRepId().equals(draft.ownership.ownerId());
    }

    /** The lead no longer counts towards its rep's open leads, or leaves the queue. */
    static void release(LeadDraft draft, String because) {
        sayReleased(draft, because);
        draft.ownership = draft.ownership.released();
    }

    /** Nobody is to have the lead any more. */
    static void end(LeadDraft draft, String because) {
        sayReleased(draft, because);
        draft.ownership = draft.ownership.ended();
    }

    private static void sayReleased(LeadDraft draft, String because) {
        Ownership ownership = draft.ownership;
        if (ownership.held() && draft.acts()) {
            sayReleased(draft, ownership.teamId(), draft.standing.pass(), ownership.ownerId(), because);
        }
    }

    private static void sayReleased(LeadDraft draft, String team, int pass, String rep, String because) {
        draft.say(
                Catalogue.TEAM_REQUESTS,
                team,
                TeamRequest.newBuilder()
                        .setTeamId(team)
                        .setLeadId(draft.id)
                        .setPass(pass)
                        .setReleased(new LeadReleased(rep, because))
                        .build());
    }

    /** Why it was routed, the branch that was taken, and how the rep was found. */
    private static String how(LeadAssigned assigned) {
        String branch = assigned.getBranches().stream()
                .filter(BranchTried::getTaken)
                .map(taken -> "branch " + taken.getBranch() + " (" + taken.getBecause() + "); ")
                .collect(Collectors.joining());
        String reason = assigned.getReason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return reason + "; " + branch + assigned.getMethod() + ": " + assigned.getBecause();
    }
}

package io.revstream.lead;

import io.revstream.events.DataIssueFound;
import io.revstream.sla.Assignee;
import io.revstream.state.Occurrence;
import io.revstream.stream.Catalogue;
import java.time.Instant;
import java.util.List;

/**
 * The rep whom a lead goes to when possible, whatever the tree says.
 *
 * @param repId null for nobody
 * @param teamId his team; null for nobody
 * @param because lead-owner or backup; null for nobody
 */
record Preferred(String repId, String teamId, String because) {

    static final Preferred NOBODY = new Preferred(null, null, null);

    private static final String LEAD_OWNER = "lead-owner";

    /**
     * Who owns a lead before it is routed, and so keeps it (RTE-23): the rep who has it, the one whom the CRM names, or, where the policy
     * says so, the one who had it in the pass before. What the CRM said before sales gave the lead back is of that pass, too.
     */
    static Preferred owner(LeadDraft draft) {
        Ownership ownership = draft.ownership;
        boolean sticky = draft.policy.routing().sticky();
        if (ownership.ownerId() != null && (ownership.held() || sticky)) {
            return new Preferred(ownership.ownerId(), ownership.teamId(), LEAD_OWNER);
        }
        String stated = draft.profile.text("ownerId");
        boolean counts = stated != null && !ownership.former().contains(stated) && (sticky || statedInPass(draft));
        return counts ? new Preferred(stated, draft.profile.text("ownerTeamId"), LEAD_OWNER) : NOBODY;
    }

    /** Who stands in for an owner who has not acted (RTE-26). */
    static Preferred backup(Assignee owner) {
        return owner.backupId() == null ? NOBODY : new Preferred(owner.backupId(), owner.teamId(), "backup");
    }

    /** Nobody, when the policy does not have his team: then the tree decides, and somebody is told of it. */
    Preferred ifKnown(LeadDraft draft) {
        if (repId == null || draft.policy.routing().teams().containsKey(teamId)) {
            return this;
        }
        String notice = "unknown-team/" + teamId;
        if (!draft.notices.has(notice)) {
            draft.notices = draft.notices.with(notice);
            String found = teamId == null ? "none" : teamId;
            draft.say(
                    Catalogue.DATA_ISSUES,
                    DataIssueFound.newBuilder()
                            .setSubjectId(draft.id)
                            .setIssue("unknown-team")
                            .setResolved(false)
                            .setBecause("Expected a team of the policy for the owner " + repId + ", but found " + found)
                            .setFields(List.of("ownerTeamId"))
                            .build());
        }
        return NOBODY;
    }

    private static boolean statedInPass(LeadDraft draft) {
        Instant recycled = draft.standing.recycledAt();
        Occurrence stated = draft.profile.toldBy("ownerId");
        return recycled == null || stated.at().isAfter(recycled);
    }
}

package io.revstream.lead;

import io.revstream.lifecycle.Standing;
import io.revstream.lifecycle.Status;
import io.revstream.policy.LifecycleRules;
import java.time.Instant;

/** Archives leads that were never promoted and have done nothing for as long as the policy says (LIF-16). */
final class Inactivity {

    private Inactivity() {}

    /** One that was archived for that, and has done something since, is taken up again. */
    static void takeUp(LeadDraft draft) {
        LifecycleRules rules = draft.policy.lifecycle();
        Standing standing = draft.standing;
        boolean wasIdle = standing.status() == Status.ARCHIVED && standing.mqlAt() == null;
        if (wasIdle && rules.archiveAfter() != null && idleAt(draft, rules).isAfter(draft.now)) {
            Stages.become(draft, standing.takenUp(rules), "active-again");
        }
    }

    static void check(LeadDraft draft) {
        LifecycleRules rules = draft.policy.lifecycle();
        Instant idleAt = waits(draft, rules) ? idleAt(draft, rules) : null;
        if (idleAt != null && draft.acts() && !idleAt.isAfter(draft.now)) {
            Stages.become(draft, draft.standing.idleAt(null).archived(draft.now, rules), "inactive");
        } else {
            draft.standing = draft.standing.idleAt(idleAt);
        }
    }

    private static boolean waits(LeadDraft draft, LifecycleRules rules) {
        Standing standing = draft.standing;
        return rules.archiveAfter() != null
                && standing.stage() != null
                && standing.status() == Status.ACTIVE
                && standing.mqlAt() == null
                && rules.rank(standing.stage()) < rules.rank(rules.promoted());
    }

    private static Instant idleAt(LeadDraft draft, LifecycleRules rules) {
        Instant engaged = draft.engagement.lastEngagedAt();
        Instant latest = engaged == null || engaged.isBefore(draft.firstSeen) ? draft.firstSeen : engaged;
        return latest.plus(rules.archiveAfter().elapsed());
    }
}

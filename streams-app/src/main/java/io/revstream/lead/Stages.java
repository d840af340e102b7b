package io.revstream.lead;

import io.revstream.events.LeadDisposition;
import io.revstream.events.LifecycleChanged;
import io.revstream.lifecycle.Standing;
import io.revstream.stream.Catalogue;

/** Publishes changes of stage and status. */
final class Stages {

    private Stages() {}

    /** The lead stands elsewhere because of an event or by time. */
    static void become(LeadDraft draft, Standing after, String because) {
        become(draft, after, because, null);
    }

    /**
     * The lead stands elsewhere.
     *
     * @param by the person's decision that says so; null when nobody decided
     */
    static void become(LeadDraft draft, Standing after, String because, LeadDisposition by) {
        Standing before = draft.standing;
        draft.standing = after;
        boolean moved = !after.stage().equals(before.stage())
                || after.status() != before.status()
                || after.pass() != before.pass();
        if (moved) {
            draft.say(
                    Catalogue.LIFECYCLE,
                    LifecycleChanged.newBuilder()
                            .setLeadId(draft.id)
                            .setPass(after.pass())
                            .setFromStage(before.stage())
                            .setStage(after.stage())
                            .setStatus(after.status().name())
                            .setBecause(because)
                            .setReasonCode(by == null ? null : by.getReasonCode())
                            .setDecidedBy(by == null ? null : by.getDecidedBy())
                            .setNote(by == null ? null : by.getNote())
                            .build());
        }
    }
}

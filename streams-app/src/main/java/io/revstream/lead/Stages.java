package io.revstream.lead;

import io.revstream.events.LeadDisposition;
import io.revstream.events.LifecycleChanged;
import io.revstream.lifecycle.Advance;
import io.revstream.lifecycle.Standing;
import io.revstream.lifecycle.Status;
import io.revstream.policy.LifecycleRules;
import io.revstream.policy.LifecycleRules.Stage;
import io.revstream.stream.Catalogue;
import java.util.List;
import java.util.Objects;

/** Takes a lead from stage to stage, and sees to what follows: the event, the handoffs, the clocks and the actions of the stage. */
final class Stages {

    private Stages() {}

    /** The lead goes where the gates lead it now; what blocks it beyond is a data issue (LIF-11, LIF-17). */
    static void advance(LeadDraft draft) {
        Advance advance = Advance.of(draft.standing, draft.gates(), draft.now, draft.policy.lifecycle());
        Cause cause = Cause.of(draft.input);
        become(draft, advance.standing(), cause.word(), cause.by());
        MissingFields.tell(draft, advance.blocked());
    }

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
        Standing before = draft.told;
        draft.standing = after;
        boolean moved = !Objects.equals(after.stage(), before.stage())
                || after.status() != before.status()
                || after.pass() != before.pass()
                || !after.entered().equals(before.entered());
        if (!moved || after.stage() == null) {
            return;
        }
        draft.told = after;
        say(draft, before, because, by);
        leave(draft, before, because);
        for (Stage stage : entered(before, after, draft.policy.lifecycle())) {
            enter(draft, stage);
        }
    }

    private static void say(LeadDraft draft, Standing before, String because, LeadDisposition by) {
        Standing after = draft.standing;
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
                        .setDecidedByRole(by == null ? null : by.getRole())
                        .setStageOwner(draft.policy.lifecycle().owner(after.stage()))
                        .build());
    }

    /** What was handed over before is taken when the lead goes on, and void when it goes back or out. */
    private static void leave(LeadDraft draft, Standing before, String because) {
        LifecycleRules rules = draft.policy.lifecycle();
        Standing after = draft.standing;
        boolean back = rules.rank(after.stage()) < rules.rank(before.stage()) || after.pass() != before.pass();
        if (back || after.status() != Status.ACTIVE) {
            Handoffs.left(draft);
        } else {
            Handoffs.passed(draft, after.stage());
        }
        if (before.status() == Status.ACTIVE && after.status() != Status.ACTIVE) {
            Routing.end(draft, because);
        }
    }

    private static void enter(LeadDraft draft, Stage stage) {
        Handoffs.open(draft, stage);
        Clocks.entered(draft, stage.stage());
        EntryActions.ask(draft, stage);
    }

    /** Stages entered between two standings: the one that it stands at now, and one that it entered anew though it stands beyond. */
    private static List<Stage> entered(Standing before, Standing after, LifecycleRules rules) {
        return rules.stages().stream()
                .filter(stage -> isEntered(stage.stage(), before, after))
                .toList();
    }

    private static boolean isEntered(String stage, Standing before, Standing after) {
        boolean arrived = stage.equals(after.stage()) && !stage.equals(before.stage());
        return after.entered().containsKey(stage)
                && (arrived
                        || !after.entered().get(stage).equals(before.entered().get(stage)));
    }
}

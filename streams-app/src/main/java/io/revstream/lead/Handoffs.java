package io.revstream.lead;

import io.revstream.events.HandoffChanged;
import io.revstream.events.HandoffKind;
import io.revstream.lead.OpenHandoffs.Open;
import io.revstream.policy.HandoffRule;
import io.revstream.policy.LifecycleRules;
import io.revstream.policy.LifecycleRules.Stage;
import io.revstream.stream.Catalogue;
import java.util.List;
import java.util.Map;

/** Opens a handoff when a lead enters its stage, and closes it when the receiver has answered or the lead has left (GEN-03). */
final class Handoffs {

    private Handoffs() {}

    /** The lead entered a stage. One that is still open from an earlier entry ends with it. */
    static void open(LeadDraft draft, Stage stage) {
        HandoffRule rule = stage.handoff();
        if (rule == null || !draft.acts()) {
            return;
        }
        close(draft, draft.handoffs.having(one -> one.handoff().equals(rule.handoff())), HandoffKind.CANCELLED);
        Open opened = new Open(
                rule.handoff(),
                stage.stage(),
                rule.from() == null ? "" : rule.from(),
                rule.to(),
                rule.clock(),
                draft.standing.pass());
        draft.handoffs = draft.handoffs.with(opened);
        Map<String, String> passed = Passing.known(draft, rule.passes());
        List<String> missing =
                rule.passes().stream().filter(name -> !passed.containsKey(name)).toList();
        draft.say(
                Catalogue.HANDOFFS,
                event(draft, opened, HandoffKind.OPENED)
                        .setPassed(passed)
                        .setMissing(missing)
                        .build());
    }

    /** A clock was met: what it times is answered. */
    static void met(LeadDraft draft, String clock) {
        close(draft, draft.handoffs.having(one -> one.clock().equals(clock)), HandoffKind.COMPLETED);
    }

    /** The lead went on to a later stage: what was handed over with an earlier one was taken. */
    static void passed(LeadDraft draft, String stage) {
        LifecycleRules rules = draft.policy.lifecycle();
        int rank = rules.rank(stage);
        close(draft, draft.handoffs.having(one -> rules.rank(one.stage()) < rank), HandoffKind.COMPLETED);
    }

    /** The lead was recycled, archived, lost or moved back to a stage. */
    static void left(LeadDraft draft) {
        close(draft, draft.handoffs.open(), HandoffKind.CANCELLED);
    }

    private static void close(LeadDraft draft, List<Open> closed, HandoffKind how) {
        for (Open one : closed) {
            draft.handoffs = draft.handoffs.without(one);
            draft.say(Catalogue.HANDOFFS, event(draft, one, how).build());
        }
    }

    private static HandoffChanged.Builder event(LeadDraft draft, Open handoff, HandoffKind kind) {
        return HandoffChanged.newBuilder()
                .setSubjectId(draft.id)
                .setPass(handoff.pass())
                .setHandoff(handoff.handoff())
                .setKind(kind)
                .setFrom(handoff.from())
                .setTo(handoff.to())
                .setClock(handoff.clock());
    }
}

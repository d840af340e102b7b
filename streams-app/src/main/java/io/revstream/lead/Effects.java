package io.revstream.lead;

import io.revstream.events.ActionKind;
import io.revstream.events.DataIssueFound;
import io.revstream.policy.ScoringModel.Effect;
import io.revstream.policy.ScoringModel.NegativeRule;
import io.revstream.scoring.Scorecard;
import io.revstream.stream.Catalogue;
import java.util.List;

/** What follows from negative rules beside their points, once for as long as they hold (SCO-26). */
final class Effects {

    private static final String NOTICE = "effect/";
    private static final String ALL_SEQUENCES = "*";

    private Effects() {}

    static void follow(LeadDraft draft, Scorecard score) {
        if (score.effects().isEmpty() && draft.notices.standing().isEmpty()) {
            return;
        }
        for (NegativeRule rule : score.effects()) {
            String notice = notice(rule);
            if (!draft.notices.has(notice)) {
                draft.notices = draft.notices.with(notice);
                began(draft, rule);
            }
        }
        for (String notice : List.copyOf(draft.notices.standing())) {
            if (notice.startsWith(NOTICE)
                    && score.effects().stream().noneMatch(rule -> notice(rule).equals(notice))) {
                draft.notices = draft.notices.without(notice);
                ended(draft, notice);
            }
        }
    }

    private static void began(LeadDraft draft, NegativeRule rule) {
        switch (rule.effect()) {
            case REVIEW -> {
                Actions.ask(draft, ActionKind.REVIEW, rule.rule(), rule.port(), "rule " + rule.rule() + " holds");
                issue(draft, rule.rule(), false, "Expected nothing to review, but the rule " + rule.rule() + " holds");
            }
            case LEAVE_SEQUENCES ->
                Actions.ask(draft, ActionKind.REMOVE, ALL_SEQUENCES, rule.port(), "rule " + rule.rule() + " holds");
            case STOP_SCORING -> {}
        }
    }

    /** Only a review is told again: who left a sequence is not put back. */
    private static void ended(LeadDraft draft, String notice) {
        if (notice.startsWith(NOTICE + Effect.REVIEW + "/")) {
            String rule = notice.substring((NOTICE + Effect.REVIEW + "/").length());
            issue(draft, rule, true, "The rule " + rule + " holds no longer");
        }
    }

    private static String notice(NegativeRule rule) {
        return NOTICE + rule.effect() + "/" + rule.rule();
    }

    private static void issue(LeadDraft draft, String rule, boolean resolved, String because) {
        draft.say(
                Catalogue.DATA_ISSUES,
                DataIssueFound.newBuilder()
                        .setSubjectId(draft.id)
                        .setIssue("review")
                        .setResolved(resolved)
                        .setBecause(because)
                        .setFields(List.of(rule))
                        .build());
    }
}

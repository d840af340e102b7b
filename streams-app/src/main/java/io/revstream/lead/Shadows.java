package io.revstream.lead;

import io.revstream.events.ShadowDiffered;
import io.revstream.events.ShadowKind;
import io.revstream.lifecycle.Promotion;
import io.revstream.lifecycle.Standing;
import io.revstream.policy.Policy;
import io.revstream.scoring.Scorecard;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Rescoring;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Compares with what a challenger policy would have made of a lead: whether it were an MQL in its present pass. The challenger scores the
 * same state, remembers by itself what it has promoted, and changes nothing but the {@link Shadow}.
 */
final class Shadows {

    private Shadows() {}

    /**
     * Compares, after the active policy has decided. A sweep that leaves the lead as it was is no occasion: the lead's instants would go
     * on because of the challenger. It speaks last: ids of outputs follow from their place, and those of the others must not change.
     */
    static void compare(LeadDraft draft) {
        Standing unpromoted = draft.unpromoted;
        boolean untouched = draft.input.event() instanceof Rescoring && draft.isUnchanged();
        if (untouched || unpromoted == null || waits(draft)) {
            return;
        }
        if (draft.challenger == null) {
            draft.shadow = Shadow.NONE;
            return;
        }
        int pass = pass(draft.standing);
        Shadow shadow = draft.shadow;
        if (!draft.challenger.version().equals(shadow.version())) {
            shadow = Shadow.begin(draft.challenger.version(), unpromoted.promotedInPass() ? pass : 0);
        }
        Optional<Promotion> promotion = Optional.empty();
        if (shadow.promotedPass() != pass) {
            Standing without = unpromoted.promotedInPass() ? lost(shadow, pass) : unpromoted;
            if (without == null) {
                // A person has promoted it, and would have under any policy.
                shadow = shadow.promoted(pass);
            } else {
                promotion = explain(draft, without, draft.challenger)
                        .qualification()
                        .promotion();
                shadow = promotion.isPresent() ? shadow.promoted(pass) : shadow;
            }
        }
        draft.shadow = report(draft, unpromoted, shadow, promotion);
    }

    private static Shadow report(LeadDraft draft, Standing unpromoted, Shadow shadow, Optional<Promotion> promotion) {
        int pass = pass(draft.standing);
        boolean active = draft.standing.promotedInPass();
        boolean challenger = shadow.promotedPass() == pass;
        boolean differed = shadow.differingPass() == pass;
        if (active == challenger) {
            if (differed) {
                say(draft, ShadowKind.AGREED, null, active ? "both make it an MQL" : "neither makes it an MQL");
            }
            return shadow.agrees();
        }
        if (differed) {
            return shadow;
        }
        if (challenger) {
            say(draft, ShadowKind.GAINED, promotion);
            return shadow.differs(pass, null);
        }
        say(
                draft,
                ShadowKind.LOST,
                explain(draft, unpromoted, draft.policy).qualification().promotion());
        return shadow.differs(pass, unpromoted);
    }

    /** As a promotion does, the comparison waits until the account has said whether it is a customer. */
    private static boolean waits(LeadDraft draft) {
        return draft.account.heldUntil() != null;
    }

    /** Where the challenger has left a lead that only the active policy has promoted in this pass; null when it did not. */
    private static Standing lost(Shadow shadow, int pass) {
        return shadow.differingPass() == pass ? shadow.unpromoted() : null;
    }

    private static void say(LeadDraft draft, ShadowKind kind, Optional<Promotion> promotion) {
        say(
                draft,
                kind,
                promotion.map(Promotion::rule).orElse(null),
                promotion.map(Promotion::because).orElse("promoted before"));
    }

    private static void say(LeadDraft draft, ShadowKind kind, String rule, String because) {
        Scorecard score = explain(draft, draft.standing, draft.policy).score();
        Scorecard challenger = explain(draft, draft.standing, draft.challenger).score();
        draft.say(
                Catalogue.POLICY_SHADOW,
                ShadowDiffered.newBuilder()
                        .setLeadId(draft.id)
                        .setPass(pass(draft.standing))
                        .setChallengerVersion(draft.challenger.version())
                        .setKind(kind)
                        .setRule(rule)
                        .setBecause(because)
                        .setTotal(points(score.total()))
                        .setThreshold(points(score.threshold()))
                        .setChallengerTotal(points(challenger.total()))
                        .setChallengerThreshold(points(challenger.threshold()))
                        .build());
    }

    /** The pass that the lead was promoted in, or that its next promotion begins. */
    private static int pass(Standing standing) {
        return standing.promotedInPass() || standing.mqlAt() == null ? standing.pass() : standing.pass() + 1;
    }

    private static LeadExplanation explain(LeadDraft draft, Standing standing, Policy policy) {
        return LeadExplanation.of(draft.state().standing(standing), policy, draft.now);
    }

    private static BigDecimal points(long hundredths) {
        return Scorecard.points(hundredths);
    }
}

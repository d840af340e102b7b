package io.revstream.lead;

import io.revstream.events.LeadDisposition;
import io.revstream.events.MqlPromoted;
import io.revstream.events.ScoreChanged;
import io.revstream.lifecycle.Promotion;
import io.revstream.lifecycle.Standing;
import io.revstream.lifecycle.Status;
import io.revstream.scoring.Scorecard;
import io.revstream.scoring.Scoring;
import io.revstream.stream.Catalogue;
import java.util.Optional;

/**
 * What follows from all that is known of a lead: its stage by facts, its score, whether it is an MQL, its stage by what followed, and
 * whether it has been idle for too long.
 */
final class Appraisal {

    private Appraisal() {}

    static void appraise(LeadDraft draft) {
        if (draft.firstSeen == null) {
            // Only a deal or an assignment was told so far: there is nothing to score.
            Stages.advance(draft);
            return;
        }
        AccountTies.follow(draft);
        NameReview.follow(draft);
        Stages.advance(draft);
        Inactivity.takeUp(draft);
        score(draft);
        Effects.follow(draft, draft.score);
        AccountTies.engage(draft, draft.score);
        draft.unpromoted = draft.standing;
        promote(draft);
        Meetings.follow(draft);
        Stages.advance(draft);
        Inactivity.check(draft);
        Clocks.learned(draft);
    }

    /** The score, for gates that ask for it; nothing while there is nothing to score. */
    static void know(LeadDraft draft) {
        draft.score = null;
        if (draft.firstSeen != null) {
            draft.score = LeadScore.of(draft.facts(), draft.engagement, draft.firstSeen, draft.policy, draft.now);
        }
    }

    private static void score(LeadDraft draft) {
        know(draft);
        // After an archive nothing wakes the lead (LIF-16).
        draft.nextScoreChange = draft.standing.status() == Status.ARCHIVED
                ? null
                : Scoring.nextChange(draft.score, draft.engagement, draft.firstSeen, draft.now);
        publish(draft, draft.score);
    }

    private static void promote(LeadDraft draft) {
        boolean customer = Deals.isCustomer(draft.standing, draft.facts(), draft.policy.lifecycle());
        Optional<Promotion> promotion =
                Promotion.check(draft.facts(), draft.engagement, draft.score, draft.standing, draft.policy, customer);
        if (!AccountTies.hold(draft, promotion.isPresent())) {
            promotion.ifPresent(due -> promote(draft, draft.score, due, null));
        }
        Renurture.look(draft, draft.score, customer);
    }

    private static void publish(LeadDraft draft, Scorecard score) {
        long digest = score.digest();
        if (draft.publishedScore == null || draft.publishedScore != digest) {
            draft.publishedScore = digest;
            draft.say(
                    Catalogue.SCORES,
                    ScoreChanged.newBuilder()
                            .setLeadId(draft.id)
                            .setPass(draft.standing.pass())
                            .setScore(score.toScore())
                            .build());
        }
    }

    /** @param by who promotes it by hand; null when a rule does */
    static void promote(LeadDraft draft, Scorecard score, Promotion promotion, LeadDisposition by) {
        boolean recycled = draft.standing.status() == Status.RECYCLED;
        draft.score = score;
        Standing promoted = draft.standing.promoted(draft.now, draft.policy.lifecycle());
        Preferred owner = Routing.expect(draft, promoted.pass());
        Stages.become(draft, promoted, "promoted", by);
        draft.say(
                Catalogue.MQL_PROMOTIONS,
                MqlPromoted.newBuilder()
                        .setLeadId(draft.id)
                        .setAccountId(draft.profile.accountKey(draft.id, draft.policy))
                        .setPass(draft.standing.pass())
                        .setRule(promotion.rule())
                        .setBecause(promotion.because())
                        .setRecycled(recycled)
                        .setRecycledFrom(recycled ? draft.standing.rejectionReason() : null)
                        .setScore(score.toScore())
                        .build());
        if (draft.acts()) {
            Clocks.promoted(draft);
            Routing.promoted(draft, owner);
        }
    }
}

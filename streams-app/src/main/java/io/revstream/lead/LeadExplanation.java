package io.revstream.lead;

import io.revstream.lifecycle.Check;
import io.revstream.lifecycle.Qualification;
import io.revstream.policy.Policy;
import io.revstream.profile.LeadFacts;
import io.revstream.quarantine.SuspicionWords;
import io.revstream.scoring.Scorecard;
import io.revstream.scoring.Scoring;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a lead stands at an instant, and why: computed by the same functions that decide, so that no number can differ.
 *
 * @param state after the latest decision that was not later than {@code at}
 * @param policy the policy in force at that instant
 * @param score null as long as nothing is known that could be scored
 * @param qualification null without a score
 * @param nextScoreChange when time alone changes the score next; null when it does not
 */
public record LeadExplanation(
        LeadState state,
        Instant at,
        Policy policy,
        Scorecard score,
        Qualification qualification,
        Instant nextScoreChange) {

    /** Explains a lead as it was stored by its latest decision. */
    public static LeadExplanation of(LeadState state, Policy policy, Instant at) {
        if (state.firstSeen() == null) {
            return new LeadExplanation(state, at, policy, null, null, null);
        }
        LeadFacts facts = new LeadFacts(
                state.profile(), policy, new Circumstances(state.standing(), state.deal(), state.account(), null));
        Scorecard score = LeadScore.of(facts, state.engagement(), state.firstSeen(), policy, at);
        boolean customer = Deals.isCustomer(state.standing(), facts, policy.lifecycle());
        return new LeadExplanation(
                state,
                at,
                policy,
                score,
                Qualification.of(facts, state.engagement(), score, state.standing(), policy, customer),
                Scoring.nextChange(score, state.engagement(), state.firstSeen(), at));
    }

    /** The activities that wait in quarantine for a verdict, the oldest first. */
    public List<Suspect> suspects() {
        return state.quarantine().waiting().stream()
                .map(each -> new Suspect(
                        each.kind(),
                        each.asset(),
                        each.at(),
                        each.eventId(),
                        SuspicionWords.of(each.signs(), policy.nonHuman()),
                        each.waitsUntil()))
                .toList();
    }

    /**
     * An activity that waits in quarantine.
     *
     * @param asset null where it has none
     * @param because what makes it suspect
     * @param waitsUntil when it is withdrawn without a verdict; null for never
     */
    public record Suspect(String kind, String asset, Instant at, String eventId, String because, Instant waitsUntil) {}

    /** How many points are missing to the threshold; zero when it is reached or nothing is scored. */
    public BigDecimal pointsShort() {
        return Scorecard.points(score == null ? 0 : Math.max(0, score.threshold() - score.total()));
    }

    /** The total that time alone brings next, at {@link #nextScoreChange}; null when it changes nothing. */
    public BigDecimal nextTotal() {
        return nextScoreChange == null
                ? null
                : Scorecard.points(of(state, policy, nextScoreChange).score().total());
    }

    /** What stands between the lead and a promotion by its score; nothing when any rule would promote it. */
    public List<Check> missing() {
        List<Check> missing = new ArrayList<>();
        if (qualification == null) {
            return missing;
        }
        missing.addAll(qualification.always());
        if (qualification.rules().stream().noneMatch(Qualification.Rule::met)) {
            missing.addAll(qualification.rules().get(0).checks());
        }
        missing.removeIf(Check::met);
        return missing;
    }
}

package io.revstream.lead;

import io.revstream.policy.Facts;
import io.revstream.policy.Policy;
import io.revstream.scoring.Engagement;
import io.revstream.scoring.Models;
import io.revstream.scoring.Scorecard;
import io.revstream.scoring.Scoring;
import java.time.Instant;

/** The score of a lead, by the model that its policy has for it: the decision and its explanation ask the same. */
final class LeadScore {

    private LeadScore() {}

    static Scorecard of(Facts facts, Engagement engagement, Instant firstSeen, Policy policy, Instant at) {
        return Scoring.score(
                facts,
                engagement,
                firstSeen,
                Models.of(policy, facts),
                policy.rejection().engagementBaseline(),
                at);
    }
}

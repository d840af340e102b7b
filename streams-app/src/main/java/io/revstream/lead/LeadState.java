package io.revstream.lead;

import io.revstream.lifecycle.Recycling;
import io.revstream.lifecycle.Standing;
import io.revstream.profile.LeadProfile;
import io.revstream.quarantine.Quarantine;
import io.revstream.scoring.Engagement;
import io.revstream.sla.SlaClocks;
import java.time.Instant;

/**
 * All that is known of a lead.
 *
 * @param id lead id
 * @param live false while all that is known is imported history: then nobody is routed, timed or woken
 * @param firstSeen when the earliest event occurred; null before the first
 * @param publishedScore digest of the score that was published last; null before the first
 * @param nextScoreChange when time alone changes the score; null when it does not
 */
public record LeadState(
        String id,
        boolean live,
        Instant firstSeen,
        LeadProfile profile,
        Engagement engagement,
        Standing standing,
        Ownership ownership,
        SlaClocks clocks,
        Recycling recycling,
        AccountView account,
        DealView deal,
        OpenHandoffs handoffs,
        Quarantine quarantine,
        Notices notices,
        Shadow shadow,
        Long publishedScore,
        Instant nextScoreChange) {

    /** The same lead, if it stood elsewhere. */
    LeadState standing(Standing other) {
        return new LeadState(
                id,
                live,
                firstSeen,
                profile,
                engagement,
                other,
                ownership,
                clocks,
                recycling,
                account,
                deal,
                handoffs,
                quarantine,
                notices,
                shadow,
                publishedScore,
                nextScoreChange);
    }

    static LeadState unknown(String id) {
        return new LeadState(
                id,
                false,
                null,
                LeadProfile.EMPTY,
                Engagement.NONE,
                Standing.NEW,
                Ownership.NONE,
                SlaClocks.NONE,
                Recycling.NONE,
                AccountView.NONE,
                DealView.NONE,
                OpenHandoffs.NONE,
                Quarantine.NONE,
                Notices.NONE,
                Shadow.NONE,
                null,
                null);
    }
}

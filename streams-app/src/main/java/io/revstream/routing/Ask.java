package io.revstream.routing;

import java.util.Set;

/**
 * A lead that needs a rep.
 *
 * @param pass its pass through the funnel
 * @param preferredRepId the rep who gets it when he can: the account's owner or its earlier choice; null for a rotation
 * @param preferredBecause how he was found: account-owner, account-choice, lead-owner or backup; null for a rotation
 * @param excluded reps who must not get it
 * @param skills skills, all of which the rep must have; in lower case
 * @param prefers words of which a rep's territories should have one; in lower case
 */
public record Ask(
        String leadId,
        int pass,
        String preferredRepId,
        String preferredBecause,
        Set<String> excluded,
        Set<String> skills,
        Set<String> prefers) {

    /** The preferred rep has the lead already. */
    static final String LEAD_OWNER = "lead-owner";

    /** The preferred rep stands in for another: only when he can. */
    static final String BACKUP = "backup";

    /** The preferred rep got an earlier contact of the account. */
    static final String ACCOUNT_CHOICE = "account-choice";

    /** Asks for a rep who has just got another contact of the same account. */
    Ask following(String repId) {
        return new Ask(leadId, pass, repId, ACCOUNT_CHOICE, excluded, skills, prefers);
    }

    /** Any rep of the team may get the lead. */
    public Ask(String leadId, int pass, String preferredRepId, String preferredBecause, Set<String> excluded) {
        this(leadId, pass, preferredRepId, preferredBecause, excluded, Set.of(), Set.of());
    }
}

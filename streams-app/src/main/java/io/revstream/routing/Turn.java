package io.revstream.routing;

import io.revstream.events.Candidate;
import java.util.List;

/**
 * Who got a lead.
 *
 * @param roster the roster after it
 * @param repId the rep; null when the lead waits in the queue
 * @param method account-owner, account-choice, rotation or queue
 * @param candidates reps of the team in the order of the roster
 * @param because in words
 */
public record Turn(Roster roster, String repId, String method, List<Candidate> candidates, String because) {

    /** A lead stands behind another contact of its account; no rep was looked at. */
    public static Turn behind(Roster roster, String leadId) {
        return new Turn(
                roster,
                null,
                "queue",
                List.of(),
                "waits behind " + leadId + ", another contact of the account, and follows it to its rep");
    }
}

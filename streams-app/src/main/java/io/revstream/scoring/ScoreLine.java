package io.revstream.scoring;

import io.revstream.events.ScorePart;
import java.time.Instant;

/**
 * A line of a score's ledger. All points are in hundredths.
 *
 * @param awarded points before decay
 * @param points points left after decay
 * @param contribution what the line adds to the total
 * @param occurrences how often the signal occurred; 0 for attributes and absences
 * @param eventId the latest event that counts; null for an absence, and where it is no longer known
 * @param since when that event occurred, or since when the absence counts; null where it is not known
 */
public record ScoreLine(
        String rule,
        ScorePart part,
        long awarded,
        long points,
        long contribution,
        long occurrences,
        String eventId,
        Instant since) {

    /** Points that decay has taken. */
    public long decayed() {
        return awarded - points;
    }

    ScoreLine contributing(long hundredths) {
        return new ScoreLine(rule, part, awarded, points, hundredths, occurrences, eventId, since);
    }
}

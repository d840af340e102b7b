package io.revstream.calibration;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A lead as a policy judged it, and what became of it. Nothing here happened or was learned at its outcome or later, but the outcome.
 * Scores are in hundredths of points.
 *
 * @param outcomeAt when it was won or lost; null while it is open
 * @param dated false when the outcome is known without its instant: {@code outcomeAt} is then the end of the lead's history
 * @param model the scoring model that scored it last; null when it was never scored
 * @param reached the highest score, while the model's floors were met; null when they never were
 * @param last the score just before the outcome, or at the end of the history; null when it was never scored
 * @param mqls its promotions, in the order of time
 * @param attributes words that were known of it by attribute
 * @param paid scoring rules that at any time gave or took points
 */
public record LeadCase(
        String leadId,
        Instant firstSeen,
        Outcome outcome,
        Instant outcomeAt,
        boolean dated,
        String model,
        Long reached,
        Long last,
        List<Mql> mqls,
        SortedMap<String, SortedSet<String>> attributes,
        SortedSet<String> paid) {

    public LeadCase {
        mqls = List.copyOf(mqls);
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        paid = Collections.unmodifiableSortedSet(new TreeSet<>(paid));
    }

    public boolean isWon() {
        return outcome == Outcome.WON;
    }

    public boolean isClosed() {
        return outcome != Outcome.OPEN;
    }

    /** Whether there is a score to compare with the outcome. */
    public boolean isScored() {
        return last != null;
    }
}

package io.revstream.calibration;

/** By what a lead counts as high. */
public enum Judge {
    /** Its score reached the threshold at some time before the outcome, while the floors were met. */
    REACHED,
    /** Its last score before the outcome was at the threshold or above; floors are not asked for. */
    LAST,
    /** It was promoted before the outcome, by whichever rule. */
    PROMOTED;

    /** The score that is compared, in hundredths; null when there is none. */
    Long score(LeadCase lead) {
        return this == LAST ? lead.last() : lead.reached();
    }

    /** @param thresholds of the models, in points, by name */
    boolean high(LeadCase lead, Thresholds thresholds) {
        if (this == PROMOTED) {
            return !lead.mqls().isEmpty();
        }
        Long score = score(lead);
        Integer threshold = thresholds.of(lead.model());
        return score != null && threshold != null && score >= 100L * threshold;
    }
}

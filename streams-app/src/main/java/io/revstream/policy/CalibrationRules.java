package io.revstream.policy;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * How the policy is checked against outcomes (domain section 17). Shares are in percent.
 *
 * @param cadence how often; null when neither the policy nor its motion says
 * @param window how far back outcomes count
 * @param keepWins how many of the won leads the threshold must let pass
 * @param acceptanceBelow an acceptance rate below it is a warning sign
 * @param falsePositivesAbove how many of the lost leads may reach the threshold; null when no limit is stated
 * @param notReady when rejections as "not ready" are a warning sign
 * @param mqlPerMonth how many MQLs are wanted; null when no bounds are stated
 * @param mqlGrowthAbove growth of MQLs from one cadence to the next, beyond which wins must grow too
 * @param bandWidth width of score bands, in points
 * @param confidence of intervals: 80, 90, 95 or 99
 * @param notice who is told of a calibration, and through which port; null when nobody is
 */
public record CalibrationRules(
        Cadence cadence,
        Window window,
        int keepWins,
        int acceptanceBelow,
        Integer falsePositivesAbove,
        NotReady notReady,
        Bounds mqlPerMonth,
        int mqlGrowthAbove,
        int bandWidth,
        int confidence,
        Notice notice) {

    /** How often a policy is calibrated, in calendar months (domain 17.2). */
    public enum Cadence {
        MONTHLY(1),
        QUARTERLY(3),
        SEMI_ANNUALLY(6);

        private final int months;

        Cadence(int months) {
            this.months = months;
        }

        public int months() {
            return months;
        }

        /** As a policy writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The day on which the next calibration is due (CAL-07). */
        public LocalDate after(LocalDate calibrated) {
            return calibrated.plusMonths(months);
        }

        /** What domain 17.2 has for a way of selling; quarterly, its general line, for one that is not known. */
        static Cadence of(String motion) {
            return "product-led".equals(motion) ? MONTHLY : QUARTERLY;
        }
    }

    /** At least so long should the closed-won leads reach back, and no older ones count (CAL-01). */
    public record Window(Span from, Span to) {}

    /** Rejections with these codes are a sign when they are more than so many percent of all (domain 17.4, sign 2). */
    public record NotReady(Set<String> codes, int above) {}

    /** From and to, both inclusive. */
    public record Bounds(int from, int to) {}

    /** Who is told, and through which port. */
    public record Notice(String port, String to) {}
}

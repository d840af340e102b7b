package io.revstream.routing;

import io.revstream.policy.RoutingRules.Rotation.Attainment;
import io.revstream.policy.RoutingRules.Rotation.RampStep;
import io.revstream.policy.RoutingRules.Rotation.Weights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;

/**
 * How much of a rotation is a rep's: what was stated of him, times the weights of the policy for his attainment (RTE-11), for his first days
 * and for territories that a lead prefers. Counted in hundred-thousandths, so that shares are exact.
 */
final class RepWeight {

    /** A full share. */
    static final long FULL = 100_000;

    /** The greatest weight; whatever comes out above counts as much. */
    static final long MOST = 1_000 * FULL;

    private RepWeight() {}

    /**
     * His weight for a lead; 0 when he is to have no turns.
     *
     * @param zone the rep's zone, in which days of a ramp begin
     */
    static long of(Rep rep, Ask ask, Weights weights, ZoneId zone, Instant at) {
        BigDecimal ofPolicy = ofAttainment(rep, weights.attainment())
                .multiply(ofRamp(rep, weights, zone, at))
                .multiply(prefers(ask, rep) ? weights.preference() : BigDecimal.ONE);
        double stated = rep.weight();
        if (stated == 1 && ofPolicy.compareTo(BigDecimal.ONE) == 0) {
            return FULL;
        }
        BigDecimal weight = ofPolicy.multiply(BigDecimal.valueOf(stated));
        if (weight.signum() == 0) {
            return 0;
        }
        long counted = weight.min(BigDecimal.valueOf(MOST / FULL))
                .multiply(BigDecimal.valueOf(FULL))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return Math.max(1, counted);
    }

    /** A weight as a number; 1 for a full share. */
    static double asNumber(long weight) {
        return (double) weight / FULL;
    }

    /** The first instant at or after another at which his ramp gives him turns. */
    static Instant turnsFrom(Rep rep, Weights weights, ZoneId zone, Instant after) {
        Instant from = after;
        while (ofRamp(rep, weights, zone, from).signum() == 0) {
            from = endOfStep(rep, weights, zone, from);
        }
        return from;
    }

    private static Instant endOfStep(Rep rep, Weights weights, ZoneId zone, Instant at) {
        return weights.ramp().stream()
                .map(step ->
                        rep.startedOn().plusDays(step.days()).atStartOfDay(zone).toInstant())
                .filter(end -> end.isAfter(at))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal ofAttainment(Rep rep, Attainment attainment) {
        boolean below = attainment != null
                && rep.attainment() != null
                && BigDecimal.valueOf(rep.attainment()).compareTo(attainment.below()) < 0;
        return below ? attainment.weight() : BigDecimal.ONE;
    }

    private static BigDecimal ofRamp(Rep rep, Weights weights, ZoneId zone, Instant at) {
        if (rep.startedOn() == null || weights.ramp().isEmpty()) {
            return BigDecimal.ONE;
        }
        long days = ChronoUnit.DAYS.between(rep.startedOn(), LocalDate.ofInstant(at, zone));
        return weights.ramp().stream()
                .filter(step -> days < step.days())
                .findFirst()
                .map(RampStep::weight)
                .orElse(BigDecimal.ONE);
    }

    private static boolean prefers(Ask ask, Rep rep) {
        return !ask.prefers().isEmpty() && !Collections.disjoint(ask.prefers(), rep.territories());
    }
}

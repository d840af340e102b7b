package io.revstream.app.diff;

import io.revstream.events.MqlPromoted;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How often a policy promoted.
 *
 * @param perWeek by the Monday on which the week begins, UTC
 * @param perModel by the scoring model that the lead had at its promotion
 * @param perRule by promotion rule
 * @param refused inputs of the history that the deciders refused under this policy
 */
public record Promotions(
        long all, Map<String, Long> perWeek, Map<String, Long> perModel, Map<String, Long> perRule, long refused) {

    Promotions(Collection<MqlPromoted> promotions, long refused) {
        this(
                promotions.size(),
                count(promotions, Promotions::week),
                count(promotions, promotion -> promotion.getScore().getModel()),
                count(promotions, MqlPromoted::getRule),
                refused);
    }

    private static String week(MqlPromoted promotion) {
        return promotion
                .getOccurredAt()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .toString();
    }

    private static Map<String, Long> count(Collection<MqlPromoted> promotions, Function<MqlPromoted, String> by) {
        Map<String, Long> counts = new TreeMap<>();
        promotions.forEach(promotion -> counts.merge(by.apply(promotion), 1L, Long::sum));
        return counts;
    }
}

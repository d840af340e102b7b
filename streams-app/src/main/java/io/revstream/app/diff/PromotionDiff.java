package io.revstream.app.diff;

import io.revstream.app.diff.PromotionDifference.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How the decisions of two policies differ over one history.
 *
 * @param leads how many leads the history tells of
 * @param before promotions under the first policy
 * @param after promotions under the second policy
 * @param differences in the order of time
 * @param routes where the promoted leads go
 * @param elapsed how long both runs took
 */
public record PromotionDiff(
        long leads,
        Promotions before,
        Promotions after,
        List<PromotionDifference> differences,
        RouteDiff routes,
        Duration elapsed) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public PromotionDiff {
        differences = List.copyOf(differences);
    }

    /**
     * How many promotions of one week, model or rule.
     *
     * @param of what they share
     */
    public record Row(String of, long before, long after) {}

    /** The promotions by week, model or rule, sorted. */
    public List<Row> rows(Function<Promotions, Map<String, Long>> by) {
        Map<String, Long> former = by.apply(before);
        Map<String, Long> later = by.apply(after);
        TreeSet<String> all = new TreeSet<>(former.keySet());
        all.addAll(later.keySet());
        return all.stream()
                .map(of -> new Row(of, former.getOrDefault(of, 0L), later.getOrDefault(of, 0L)))
                .toList();
    }

    /** How many differences there are of a kind. */
    public long count(Kind kind) {
        return differences.stream().filter(one -> one.kind() == kind).count();
    }

    /** Promotions that both policies make. */
    public long shared() {
        return before.all() - count(Kind.LOST);
    }

    /** Promotions that both policies make at the same instant by the same rule. */
    public long unchanged() {
        return shared() - count(Kind.EARLIER) - count(Kind.LATER) - count(Kind.OTHER_RULE);
    }

    /** Promotions that somebody would notice: gained, lost, earlier or later, in percent of those that either policy makes. */
    public BigDecimal blastRadius() {
        long either = before.all() + count(Kind.GAINED);
        long noticed = differences.size() - count(Kind.OTHER_RULE);
        return either == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(noticed)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(either), 2, RoundingMode.HALF_UP);
    }
}

package io.revstream.app.diff;

import io.revstream.app.history.History;
import io.revstream.app.history.HistoryEvent;
import io.revstream.events.MqlPromoted;
import io.revstream.policy.Policy;
import io.revstream.stream.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs two policies over one history side by side, in the same virtual time: when one promotes a lead and the other does not, the other
 * is asked at that instant what it lacks.
 */
public final class PolicyComparison {

    private final Contender before;
    private final Contender after;
    private final boolean withReps;
    private final Map<PromotionKey, Side> notBefore = new HashMap<>();
    private final Map<PromotionKey, Side> notAfter = new HashMap<>();

    private PolicyComparison(Policy before, Policy after, boolean withReps) {
        this.before = new Contender(before, withReps);
        this.after = new Contender(after, withReps);
        this.withReps = withReps;
    }

    /** Compares. The history must have events. */
    public static PromotionDiff of(History history, Policy before, Policy after) {
        boolean withReps =
                history.events().stream().anyMatch(event -> event.topic().equals(Catalogue.REPS));
        return new PolicyComparison(before, after, withReps).over(history);
    }

    private PromotionDiff over(History history) {
        long start = System.nanoTime();
        Set<String> leads = new HashSet<>();
        for (HistoryEvent event : history.events()) {
            advanceTo(event.at());
            before.take(event);
            after.take(event);
            settle();
            if (event.topic().equals(Catalogue.LEADS) || event.topic().equals(Catalogue.ACTIVITIES)) {
                leads.add(event.key());
            }
        }
        advanceTo(history.to().plusMillis(1));
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        return new PromotionDiff(
                leads.size(),
                new Promotions(before.promotions().values(), before.refused()),
                new Promotions(after.promotions().values(), after.refused()),
                differences(),
                RouteDiff.of(before.routes(), after.routes(), withReps),
                elapsed);
    }

    private void advanceTo(Instant instant) {
        before.advanceTo(instant);
        after.advanceTo(instant);
        settle();
    }

    /** Asks each what it lacks for what only the other has promoted just now. */
    private void settle() {
        List<PromotionKey> former = before.fresh();
        List<PromotionKey> later = after.fresh();
        former.forEach(key -> ask(key, after, notAfter));
        later.forEach(key -> ask(key, before, notBefore));
    }

    private static void ask(PromotionKey key, Contender other, Map<PromotionKey, Side> answers) {
        if (!other.promotions().containsKey(key)) {
            answers.put(key, other.notPromoted(key.leadId()));
        }
    }

    private List<PromotionDifference> differences() {
        Set<PromotionKey> keys = new HashSet<>(before.promotions().keySet());
        keys.addAll(after.promotions().keySet());
        List<PromotionDifference> differences = new ArrayList<>();
        for (PromotionKey key : keys) {
            MqlPromoted was = before.promotions().get(key);
            MqlPromoted is = after.promotions().get(key);
            if (was == null || is == null || !same(was, is)) {
                differences.add(
                        PromotionDifference.of(key, side(was, notBefore.get(key)), side(is, notAfter.get(key))));
            }
        }
        differences.sort(Comparator.comparing(PromotionDifference::at)
                .thenComparing(PromotionDifference::leadId)
                .thenComparing(PromotionDifference::pass));
        return differences;
    }

    private static boolean same(MqlPromoted one, MqlPromoted other) {
        return one.getOccurredAt().equals(other.getOccurredAt())
                && one.getRule().equals(other.getRule());
    }

    /**
     * One side of a difference.
     *
     * @param promotion null when there is none
     * @param lacked what it lacked when the other promoted; null when it promoted first
     */
    private static Side side(MqlPromoted promotion, Side lacked) {
        if (promotion == null) {
            return lacked;
        }
        return new Side(
                promotion.getOccurredAt(),
                promotion.getRule(),
                promotion.getBecause(),
                lacked == null ? promotion.getScore() : lacked.score(),
                lacked == null ? List.of() : lacked.missing());
    }
}

package io.revstream.app.diff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the routes of two policies differ over one history.
 *
 * @param withReps whether the history has reps, so that somebody got the leads and clocks of owners ran
 * @param shared leads that both policies route, each pass for itself
 * @param rerouted those that go to another team, or by another branch
 * @param otherRep how many more go to another rep of the same team: whose turn it is follows from all that went before
 */
public record RouteDiff(
        boolean withReps,
        long shared,
        List<RouteDifference> rerouted,
        long otherRep,
        List<PromotionDiff.Row> perTeam,
        List<PromotionDiff.Row> perBranch,
        List<PromotionDiff.Row> breaches) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public RouteDiff {
        rerouted = List.copyOf(rerouted);
        perTeam = List.copyOf(perTeam);
        perBranch = List.copyOf(perBranch);
        breaches = List.copyOf(breaches);
    }

    static RouteDiff of(Routes before, Routes after, boolean withReps) {
        Set<PromotionKey> both = new HashSet<>(before.byPromotion().keySet());
        both.retainAll(after.byPromotion().keySet());
        List<RouteDifference> rerouted = new ArrayList<>();
        long otherRep = 0;
        for (PromotionKey key : both) {
            Route was = before.byPromotion().get(key);
            Route is = after.byPromotion().get(key);
            if (!was.sameBranch(is)) {
                rerouted.add(new RouteDifference(key.leadId(), key.pass(), was, is));
            } else if (!was.equals(is)) {
                otherRep++;
            }
        }
        rerouted.sort(RouteDifference.ORDER);
        return new RouteDiff(
                withReps,
                both.size(),
                rerouted,
                otherRep,
                rows(before.perTeam(), after.perTeam()),
                rows(before.perBranch(), after.perBranch()),
                rows(before.breaches(), after.breaches()));
    }

    /** Leads that go to another team or by another branch, in percent of those that both policies route. */
    public BigDecimal blastRadius() {
        return shared == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(rerouted.size())
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(shared), 2, RoundingMode.HALF_UP);
    }

    private static List<PromotionDiff.Row> rows(Map<String, Long> before, Map<String, Long> after) {
        TreeSet<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        return all.stream()
                .map(of -> new PromotionDiff.Row(of, before.getOrDefault(of, 0L), after.getOrDefault(of, 0L)))
                .toList();
    }
}

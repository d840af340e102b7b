package io.revstream.app.diff;

import io.revstream.events.BranchTried;
import io.revstream.events.LeadAssigned;
import io.revstream.events.SlaStepReached;
import io.revstream.events.StepKind;
import io.revstream.events.TeamRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Where a policy has sent leads, and which clocks it let run out. */
final class Routes {

    private static final int FIRST_ROUND = 1;

    private final Map<PromotionKey, Route> byPromotion = new HashMap<>();
    private final Map<String, Long> breaches = new TreeMap<>();

    /** An account asks a team for a rep: where the lead goes stands there, whoever gets it. */
    void asked(TeamRequest request) {
        if (request.getRepAsked() != null && request.getRepAsked().getRound() == FIRST_ROUND) {
            String branch = request.getRepAsked().getBranches().stream()
                    .filter(BranchTried::getTaken)
                    .map(BranchTried::getBranch)
                    .findFirst()
                    .orElse("");
            byPromotion.putIfAbsent(
                    new PromotionKey(request.getLeadId(), request.getPass()),
                    new Route(request.getTeamId(), branch, null));
        }
    }

    void assigned(LeadAssigned assigned) {
        if (assigned.getRound() == FIRST_ROUND) {
            byPromotion.computeIfPresent(
                    new PromotionKey(assigned.getLeadId(), assigned.getPass()),
                    (key, route) -> new Route(assigned.getTeamId(), route.branch(), assigned.getOwnerId()));
        }
    }

    /** A breach counts, unless it is withdrawn. */
    void reached(SlaStepReached step) {
        String name = step.getClock() + ", " + step.getStepName();
        if (step.getKind() == StepKind.BREACHED) {
            breaches.merge(name, 1L, Long::sum);
        } else if (step.getKind() == StepKind.WITHDRAWN) {
            breaches.computeIfPresent(name, (key, count) -> count - 1);
        }
    }

    Map<PromotionKey, Route> byPromotion() {
        return byPromotion;
    }

    Map<String, Long> breaches() {
        return breaches;
    }

    Map<String, Long> perTeam() {
        return count(byPromotion.values(), Route::teamId);
    }

    Map<String, Long> perBranch() {
        return count(byPromotion.values(), Route::branch);
    }

    private static Map<String, Long> count(Collection<Route> routes, Function<Route, String> by) {
        Map<String, Long> counts = new TreeMap<>();
        routes.forEach(route -> counts.merge(by.apply(route), 1L, Long::sum));
        return counts;
    }
}

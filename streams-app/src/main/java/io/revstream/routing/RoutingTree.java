package io.revstream.routing;

import io.revstream.events.BranchTried;
import io.revstream.policy.Condition;
import io.revstream.policy.DerivedFacts;
import io.revstream.policy.RoutingRules.Branch;
import io.revstream.policy.RoutingRules.Target;
import io.revstream.policy.Territory;
import java.util.ArrayList;
import java.util.List;

/** A routing tree of a policy: the first branch that holds decides (RTE-02), and every branch tried says why (RTE-13). */
public final class RoutingTree {

    private final DerivedFacts facts;
    private final AccountStanding account;
    private final Territory territory;

    private RoutingTree(DerivedFacts facts, AccountStanding account) {
        this.facts = facts;
        this.account = account;
        this.territory = Territory.of(facts.territories(), facts);
    }

    /**
     * Where a lead goes.
     *
     * @param branch the branch that was taken
     * @param target where it leads; of a territory, where the territory does
     * @param byTerritory whether the lead's territory said where
     * @param tried the branches in the order in which they were tried; the last is the one taken
     */
    public record Choice(String branch, Target target, boolean byTerritory, List<BranchTried> tried) {}

    private record Verdict(boolean holds, String because) {}

    /** Tries the branches in order. */
    public static Choice choose(List<Branch> tree, DerivedFacts facts, AccountStanding account) {
        return new RoutingTree(facts, account).choose(tree);
    }

    private Choice choose(List<Branch> tree) {
        List<BranchTried> tried = new ArrayList<>();
        for (Branch branch : tree) {
            Verdict verdict = verdict(branch);
            tried.add(BranchTried.newBuilder()
                    .setBranch(branch.branch())
                    .setTaken(verdict.holds())
                    .setBecause(verdict.because())
                    .build());
            if (verdict.holds()) {
                boolean byTerritory = branch.to().kind() == Target.Kind.TERRITORY;
                Target target = byTerritory ? territory.to() : branch.to();
                return new Choice(branch.branch(), target, byTerritory, List.copyOf(tried));
            }
        }
        throw new IllegalStateException(
                "Expected a last branch that always holds (RTE-14), but none of " + tried + " did");
    }

    private Verdict verdict(Branch branch) {
        List<String> reasons = new ArrayList<>();
        for (String asked : branch.account().stream().sorted().toList()) {
            boolean holds = standing(asked);
            String reason = "account is " + (holds ? "" : "not ") + asked;
            if (!holds) {
                return new Verdict(false, reason);
            }
            reasons.add(reason);
        }
        for (Condition condition : branch.when()) {
            String reason = BranchWords.of(condition, facts);
            if (!condition.holds(facts)) {
                return new Verdict(false, reason);
            }
            reasons.add(reason);
        }
        if (branch.expression() != null) {
            String reason = BranchWords.of(branch.expression(), facts);
            if (!branch.expression().holds(facts)) {
                return new Verdict(false, reason);
            }
            reasons.add(reason);
        }
        return target(branch.to(), reasons);
    }

    private Verdict target(Target to, List<String> reasons) {
        switch (to.kind()) {
            case ACCOUNT_OWNER -> {
                if (!account.ownerKnown()) {
                    return new Verdict(false, "no owner of the account is known");
                }
            }
            case ACCOUNT_CHOICE -> {
                if (!account.chosen()) {
                    return new Verdict(false, "no owner was chosen for the account");
                }
            }
            case TERRITORY -> {
                if (territory == null || territory.to() == null) {
                    return new Verdict(false, "the lead is in no territory" + (territory == null ? "" : " of a team"));
                }
                reasons.add("territory is " + territory.territory());
            }
            case TEAM -> {}
        }
        return new Verdict(true, reasons.isEmpty() ? "always holds" : String.join("; ", reasons));
    }

    private boolean standing(String asked) {
        return switch (asked) {
            case "named" -> account.named();
            case "chosen" -> account.chosen();
            default ->
                throw new IllegalStateException(
                        "Expected named or chosen of an account, but the policy asks for " + asked);
        };
    }
}

package io.revstream.routing;

import io.revstream.events.BranchTried;
import io.revstream.policy.Condition;
import io.revstream.policy.Facts;
import io.revstream.policy.RoutingRules;
import io.revstream.policy.RoutingRules.Branch;
import io.revstream.policy.RoutingRules.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The routing tree of a policy: the first branch that holds decides (RTE-02), and every branch tried says why (RTE-13). */
public final class RoutingTree {

    private static final int WORDS_SHOWN = 8;

    private RoutingTree() {}

    /**
     * Where a lead goes.
     *
     * @param branch the branch that was taken
     * @param tried the branches in the order in which they were tried; the last is the one taken
     */
    public record Choice(String branch, Target target, List<BranchTried> tried) {}

    private record Verdict(boolean holds, String because) {}

    /** Tries the branches in order. */
    public static Choice choose(RoutingRules rules, Facts facts, AccountStanding account) {
        List<BranchTried> tried = new ArrayList<>();
        for (Branch branch : rules.tree()) {
            Verdict verdict = verdict(branch, facts, account);
            tried.add(BranchTried.newBuilder()
                    .setBranch(branch.branch())
                    .setTaken(verdict.holds())
                    .setBecause(verdict.because())
                    .build());
            if (verdict.holds()) {
                return new Choice(branch.branch(), branch.to(), List.copyOf(tried));
            }
        }
        throw new IllegalStateException(
                "Expected a last branch that always holds (RTE-14), but none of " + tried + " did");
    }

    private static Verdict verdict(Branch branch, Facts facts, AccountStanding account) {
        List<String> reasons = new ArrayList<>();
        for (String asked : branch.account().stream().sorted().toList()) {
            boolean holds = standing(asked, account);
            reasons.add("account is " + (holds ? "" : "not ") + asked);
            if (!holds) {
                return new Verdict(false, last(reasons));
            }
        }
        for (Condition condition : branch.when()) {
            reasons.add(words(condition, facts));
            if (!condition.holds(facts)) {
                return new Verdict(false, last(reasons));
            }
        }
        if (!reachable(branch.to(), account)) {
            return new Verdict(false, "no owner of the account is known");
        }
        return new Verdict(true, reasons.isEmpty() ? "always holds" : String.join("; ", reasons));
    }

    private static boolean standing(String asked, AccountStanding account) {
        return switch (asked) {
            case "named" -> account.named();
            case "chosen" -> account.chosen();
            default ->
                throw new IllegalStateException(
                        "Expected named or chosen of an account, but the policy asks for " + asked);
        };
    }

    private static boolean reachable(Target target, AccountStanding account) {
        return switch (target.kind()) {
            case ACCOUNT_OWNER -> account.ownerKnown();
            case ACCOUNT_CHOICE -> account.chosen();
            case TEAM -> true;
        };
    }

    /** The fact, and what was asked of it. */
    private static String words(Condition condition, Facts facts) {
        String attribute = condition.attribute();
        List<String> asked = new ArrayList<>();
        if (condition.in() != null) {
            asked.add("one of " + some(condition.in()));
        }
        if (condition.notIn() != null) {
            asked.add("none of " + some(condition.notIn()));
        }
        if (condition.from() != null) {
            asked.add("at least " + condition.from());
        }
        if (condition.to() != null) {
            asked.add("at most " + condition.to());
        }
        String known = condition.in() == null && condition.notIn() == null
                ? number(attribute, facts)
                : some(facts.words(attribute));
        return attribute + " is " + (known.isEmpty() ? "not known" : known)
                + (condition.holds(facts) ? ": " : ", but asked is ") + String.join(", ", asked);
    }

    private static String number(String attribute, Facts facts) {
        Long number = facts.number(attribute);
        return number == null ? "" : number.toString();
    }

    private static String some(Collection<String> words) {
        String shown = words.stream().sorted().limit(WORDS_SHOWN).collect(Collectors.joining(" "));
        return words.size() > WORDS_SHOWN ? shown + " and " + (words.size() - WORDS_SHOWN) + " more" : shown;
    }

    private static String last(List<String> reasons) {
        return reasons.get(reasons.size() - 1);
    }
}

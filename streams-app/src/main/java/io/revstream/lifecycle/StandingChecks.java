package io.revstream.lifecycle;

import io.revstream.policy.Facts;
import io.revstream.policy.MqlRules;
import io.revstream.policy.MqlRules.Audience;
import io.revstream.policy.MqlRules.PromotionRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Checks of where a lead stands, and of who it is. */
final class StandingChecks {

    private StandingChecks() {}

    /** What also a promotion by hand must meet: once in a pass (MQL-09), and never those whom nobody would sell to (MQL-07). */
    static List<Check> byHand(Facts facts, Standing standing, MqlRules mql, boolean customer) {
        List<Check> checks = new ArrayList<>();
        checks.add(once(standing));
        if (mql.suppress().contains("customer")) {
            boolean account = facts.words("customerAccount").contains("true");
            checks.add(new Check(
                    "a customer",
                    !customer && !account,
                    () -> account ? "its account is one" : customer ? "yes" : "no",
                    () -> "no"));
        }
        if (mql.suppress().contains("competitor")) {
            boolean competitor = facts.words("emailKind").contains("competitor");
            checks.add(new Check("a competitor", !competitor, () -> competitor ? "yes" : "no", () -> "no"));
        }
        return List.copyOf(checks);
    }

    /** A rule promotes from open stages; a recycled lead may stand anywhere. */
    static Check open(Standing standing, MqlRules mql) {
        boolean open = switch (standing.status()) {
            case ACTIVE -> standing.stage() != null && mql.openStages().contains(standing.stage());
            case RECYCLED -> true;
            case ARCHIVED, CLOSED_LOST -> false;
        };
        return new Check(
                "stage",
                open,
                () -> stage(standing) + ", " + standing.status(),
                () -> "ACTIVE in " + oneOf(mql.openStages()) + ", or RECYCLED");
    }

    /** What a rule itself asks of where the lead stands. */
    static List<Check> of(PromotionRule rule, Standing standing) {
        List<Check> checks = new ArrayList<>();
        if (!rule.stages().isEmpty()) {
            boolean met = standing.stage() != null && rule.stages().contains(standing.stage());
            checks.add(new Check("stage", met, () -> stage(standing), () -> oneOf(rule.stages())));
        }
        if (rule.audience() != Audience.EVERYONE) {
            boolean recycled = standing.status() == Status.RECYCLED;
            checks.add(new Check(
                    "lead",
                    rule.audience().has(recycled),
                    () -> recycled ? "recycled" : "new",
                    () -> rule.audience().name().toLowerCase(Locale.ROOT)));
        }
        return checks;
    }

    private static Check once(Standing standing) {
        return new Check(
                "promotions in pass " + standing.pass(),
                !standing.promotedInPass(),
                () -> standing.promotedInPass() ? "one, at " + standing.mqlAt() : "none",
                () -> "none");
    }

    private static String stage(Standing standing) {
        return standing.stage() == null ? "none" : standing.stage();
    }

    private static String oneOf(Set<String> stages) {
        return "one of " + new TreeSet<>(stages);
    }
}

package io.revstream.app.diff;

import io.revstream.app.diff.PromotionDifference.Kind;
import io.revstream.app.history.History;
import io.revstream.events.LedgerLine;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyChange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A comparison of policies for people: what changed in the rules, how many leads that touches, and each of them with the reason. */
public final class PolicyDiffText {

    private static final String ROW = "  %-28s %10s %10s %10s";

    private final StringBuilder text = new StringBuilder();

    private PolicyDiffText() {}

    /** What changed in the rules, line by line. */
    public static String rules(Policy before, Policy after, List<PolicyChange> changes) {
        PolicyDiffText text = new PolicyDiffText();
        text.line("Policy %s -> %s", before.version(), after.version());
        text.title("Rules: " + (changes.isEmpty() ? "nothing changed" : changes.size() + " changes"));
        changes.forEach(change -> text.line("  %s", change.says()));
        return text.text.toString();
    }

    /**
     * What that does to a history.
     *
     * @param limit most leads to name
     */
    public static String promotions(History history, PromotionDiff diff, int limit) {
        PolicyDiffText text = new PolicyDiffText();
        text.history(history, diff);
        text.counts(diff);
        text.table("Promotions by week, from Monday", diff.rows(Promotions::perWeek));
        text.table("Promotions by scoring model", diff.rows(Promotions::perModel));
        text.table("Promotions by rule", diff.rows(Promotions::perRule));
        text.leads(diff.differences(), limit);
        text.routes(diff.routes(), limit);
        return text.text.toString();
    }

    private void history(History history, PromotionDiff diff) {
        title("History");
        line(
                "  %,d events of %,d leads, from %s to %s; both policies in %.1f s",
                history.events().size(),
                diff.leads(),
                history.from(),
                history.to(),
                diff.elapsed().toMillis() / 1000.0);
        if (history.left() > 0) {
            line("  %,d rows or records could not be read and are left out", history.left());
        }
        if (diff.before().refused() + diff.after().refused() > 0) {
            line(
                    "  refused inputs: %,d before, %,d after",
                    diff.before().refused(), diff.after().refused());
        }
    }

    private void counts(PromotionDiff diff) {
        title("MQL promotions");
        line(ROW, "", "before", "after", "difference");
        row("promoted", diff.before().all(), diff.after().all());
        line("  gained %,d, lost %,d", diff.count(Kind.GAINED), diff.count(Kind.LOST));
        line(
                "  of %,d that both promote: earlier %,d, later %,d, by another rule %,d, unchanged %,d",
                diff.shared(),
                diff.count(Kind.EARLIER),
                diff.count(Kind.LATER),
                diff.count(Kind.OTHER_RULE),
                diff.unchanged());
        line(
                "  blast radius %s %%: gained, lost, earlier or later, of all that either policy promotes",
                diff.blastRadius());
    }

    private void table(String title, List<PromotionDiff.Row> rows) {
        if (!rows.isEmpty()) {
            title(title);
            line(ROW, "", "before", "after", "difference");
            rows.forEach(row -> row(row.of(), row.before(), row.after()));
        }
    }

    private void row(String name, long before, long after) {
        line(
                ROW,
                name,
                String.format(Locale.ROOT, "%,d", before),
                String.format(Locale.ROOT, "%,d", after),
                after == before ? "0" : String.format(Locale.ROOT, "%+,d", after - before));
    }

    private void leads(List<PromotionDifference> differences, int limit) {
        if (differences.isEmpty() || limit == 0) {
            return;
        }
        title(
                differences.size() <= limit
                        ? "Leads"
                        : "Leads: the first %,d of %,d (--limit)".formatted(limit, differences.size()));
        differences.stream().limit(limit).forEach(this::lead);
    }

    private void lead(PromotionDifference difference) {
        line("  %-10s %s, pass %d", word(difference.kind()), difference.leadId(), difference.pass());
        side("before", difference.before());
        side("after", difference.after());
        if (!difference.lines().isEmpty()) {
            line(
                    "    ledger    %s",
                    difference.lines().stream().map(PolicyDiffText::line).collect(Collectors.joining("; ")));
        }
    }

    private void routes(RouteDiff routes, int limit) {
        title("Routes");
        line(
                "  of %,d leads that both policies route: %,d to another team or by another branch (%s %%), %,d to another rep of the same team",
                routes.shared(), routes.rerouted().size(), routes.blastRadius(), routes.otherRep());
        if (!routes.withReps()) {
            line("  the history has no reps: teams are compared, but nobody got a lead and no owner's clock ran");
        }
        table("Routes by team", routes.perTeam());
        table("Routes by branch", routes.perBranch());
        table("Breaches by clock and step", routes.breaches());
        if (!routes.rerouted().isEmpty() && limit > 0) {
            title("Rerouted: the first %,d of %,d (--limit)"
                    .formatted(
                            Math.min(limit, routes.rerouted().size()),
                            routes.rerouted().size()));
            routes.rerouted().stream()
                    .limit(limit)
                    .forEach(one ->
                            line("  %s, pass %d: %s -> %s", one.leadId(), one.pass(), one.before(), one.after()));
        }
    }

    private void side(String name, Side side) {
        if (side.promotedAt() != null) {
            line("    %-9s promoted %s by %s: %s", name, side.promotedAt(), side.rule(), side.because());
        } else {
            line("    %-9s not promoted", name);
        }
        if (!side.missing().isEmpty()) {
            line("    %-9s lacked %s", "", String.join("; ", side.missing()));
        }
    }

    private static String line(LineDifference line) {
        return line.rule() + " " + points(line.before()) + " -> " + points(line.after());
    }

    /** Points, and what they add to the total where that is something else. */
    private static String points(LedgerLine line) {
        if (line == null) {
            return "none";
        }
        String points = plain(line.getPoints());
        String contribution = plain(line.getContribution());
        return points.equals(contribution) ? points : points + " (adds " + contribution + ")";
    }

    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString();
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void title(String title) {
        text.append('\n').append(title).append('\n');
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}

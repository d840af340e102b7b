package io.revstream.app.diff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revstream.app.EventJson;
import io.revstream.app.diff.PromotionDifference.Kind;
import io.revstream.app.history.History;
import io.revstream.events.LedgerLine;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyChange;
import java.util.List;
import java.util.Locale;

/** A comparison of policies for machines, such as the check of a pull request. Nulls are left out. */
public final class PolicyDiffJson {

    private PolicyDiffJson() {}

    /** The policies and what changed in their rules. */
    public static ObjectNode rules(Policy before, Policy after, List<PolicyChange> changes) {
        ObjectNode json = object();
        json.putObject("before").put("policy", before.name()).put("version", before.version());
        json.putObject("after").put("policy", after.name()).put("version", after.version());
        ArrayNode rules = json.putArray("rules");
        for (PolicyChange change : changes) {
            ObjectNode one = rules.addObject();
            ArrayNode path = one.putArray("path");
            change.path().forEach(path::add);
            text(one, "before", change.before());
            text(one, "after", change.after());
        }
        return json;
    }

    /**
     * Adds what that does to a history.
     *
     * @param limit most leads to name
     */
    public static void addPromotions(ObjectNode json, History history, PromotionDiff diff, int limit) {
        json.putObject("history")
                .put("events", history.events().size())
                .put("leads", diff.leads())
                .put("from", history.from().toString())
                .put("to", history.to().toString())
                .put("leftOut", history.left())
                .put("refusedBefore", diff.before().refused())
                .put("refusedAfter", diff.after().refused())
                .put("seconds", diff.elapsed().toMillis() / 1000.0);
        ObjectNode promotions = json.putObject("promotions")
                .put("before", diff.before().all())
                .put("after", diff.after().all());
        for (Kind kind : Kind.values()) {
            promotions.put(word(kind), diff.count(kind));
        }
        promotions.put("unchanged", diff.unchanged()).put("blastRadiusPercent", diff.blastRadius());
        promotions.set("perWeek", table(diff.rows(Promotions::perWeek)));
        promotions.set("perModel", table(diff.rows(Promotions::perModel)));
        promotions.set("perRule", table(diff.rows(Promotions::perRule)));
        ArrayNode leads = promotions.putArray("leads");
        diff.differences().stream().limit(limit).forEach(one -> leads.add(lead(one)));
        promotions.put("leadsNotNamed", Math.max(0, diff.differences().size() - limit));
        addRoutes(json.putObject("routes"), diff.routes(), limit);
    }

    private static void addRoutes(ObjectNode json, RouteDiff routes, int limit) {
        json.put("withReps", routes.withReps())
                .put("shared", routes.shared())
                .put("rerouted", routes.rerouted().size())
                .put("otherRep", routes.otherRep())
                .put("blastRadiusPercent", routes.blastRadius());
        json.set("perTeam", table(routes.perTeam()));
        json.set("perBranch", table(routes.perBranch()));
        json.set("breaches", table(routes.breaches()));
        ArrayNode leads = json.putArray("leads");
        routes.rerouted().stream().limit(limit).forEach(one -> {
            ObjectNode lead = leads.addObject().put("leadId", one.leadId()).put("pass", one.pass());
            lead.set("before", route(one.before()));
            lead.set("after", route(one.after()));
        });
        json.put("leadsNotNamed", Math.max(0, routes.rerouted().size() - limit));
    }

    private static ObjectNode route(Route route) {
        ObjectNode json = object().put("teamId", route.teamId()).put("branch", route.branch());
        text(json, "ownerId", route.ownerId());
        return json;
    }

    private static ArrayNode table(List<PromotionDiff.Row> rows) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        rows.forEach(row ->
                json.addObject().put("of", row.of()).put("before", row.before()).put("after", row.after()));
        return json;
    }

    private static ObjectNode lead(PromotionDifference difference) {
        ObjectNode json = object().put("leadId", difference.leadId())
                .put("pass", difference.pass())
                .put("difference", word(difference.kind()))
                .put("at", difference.at().toString());
        json.set("before", side(difference.before()));
        json.set("after", side(difference.after()));
        ArrayNode lines = json.putArray("ledger");
        for (LineDifference line : difference.lines()) {
            ObjectNode one = lines.addObject().put("rule", line.rule());
            add(one, "before", line.before());
            add(one, "after", line.after());
        }
        return json;
    }

    private static ObjectNode side(Side side) {
        ObjectNode json = object();
        text(
                json,
                "promotedAt",
                side.promotedAt() == null ? null : side.promotedAt().toString());
        text(json, "rule", side.rule());
        text(json, "because", side.because());
        ArrayNode missing = json.putArray("missing");
        side.missing().forEach(missing::add);
        if (side.score() != null) {
            ObjectNode score = EventJson.of(side.score());
            score.remove("ledger");
            json.set("score", score);
        }
        return json;
    }

    private static void add(ObjectNode json, String name, LedgerLine line) {
        if (line != null) {
            json.putObject(name).put("points", line.getPoints()).put("contribution", line.getContribution());
        }
    }

    /** As in {@code otherRule}. */
    private static String word(Kind kind) {
        return kind == Kind.OTHER_RULE ? "otherRule" : kind.name().toLowerCase(Locale.ROOT);
    }

    private static void text(ObjectNode json, String name, String text) {
        if (text != null) {
            json.put(name, text);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}

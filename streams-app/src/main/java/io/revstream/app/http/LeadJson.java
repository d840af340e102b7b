package io.revstream.app.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revstream.app.ClockJson;
import io.revstream.app.EventJson;
import io.revstream.lead.LeadExplanation;
import io.revstream.lead.Ownership;
import io.revstream.lifecycle.Check;
import io.revstream.lifecycle.Qualification;
import io.revstream.lifecycle.Standing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Leads as JSON. Nulls are left out. */
final class LeadJson {

    private LeadJson() {}

    /** Where the lead stands. */
    static ObjectNode state(LeadExplanation lead) {
        ObjectNode json = standing(lead);
        json.set("owner", owner(lead.state().ownership()));
        if (lead.score() != null) {
            ObjectNode score = EventJson.of(lead.score().toScore());
            score.remove("ledger");
            json.set("score", score);
        }
        json.set("clocks", ClockJson.of(lead.state().clocks().running()));
        return json;
    }

    /** Where it stands, and why. */
    static ObjectNode explanation(LeadExplanation lead) {
        ObjectNode json = state(lead);
        json.put("policyVersion", lead.policy().version());
        json.set("stages", stages(lead.state().standing()));
        if (lead.score() != null) {
            json.set("score", EventJson.of(lead.score().toScore()));
            instant(json, "nextScoreChange", lead.nextScoreChange());
            if (lead.nextTotal() != null) {
                json.put("nextTotal", lead.nextTotal());
            }
            json.set("promotion", promotion(lead));
        }
        json.set("quarantine", quarantine(lead.suspects()));
        return json;
    }

    /** Each stage that it was in, in the order of first entry. */
    private static ArrayNode stages(Standing standing) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        standing.entered().entrySet().stream()
                .sorted(Comparator.comparing(entered -> entered.getValue().first()))
                .forEach(entered -> {
                    ObjectNode one = json.addObject().put("stage", entered.getKey());
                    instant(one, "firstAt", entered.getValue().first());
                    instant(one, "latestAt", entered.getValue().latest());
                });
        return json;
    }

    private static ObjectNode standing(LeadExplanation lead) {
        Standing standing = lead.state().standing();
        ObjectNode json = object();
        json.put("leadId", lead.state().id());
        instant(json, "at", lead.at());
        json.put("stage", standing.stage());
        json.put("status", standing.status().name());
        json.put("pass", standing.pass());
        instant(json, "firstSeenAt", lead.state().firstSeen());
        ObjectNode entered = json.putObject("stageEnteredAt");
        standing.entered().forEach((stage, entry) -> instant(entered, stage, entry.latest()));
        text(json, "stageOwner", lead.policy().lifecycle().owner(standing.stage()));
        instant(json, "mqlAt", standing.mqlAt());
        instant(json, "acceptedAt", standing.acceptedAt());
        instant(json, "firstContactAt", standing.firstContactAt());
        instant(json, "recycledAt", standing.recycledAt());
        instant(json, "meetingBookedAt", standing.meetingBookedAt());
        instant(json, "customerSince", standing.customerSince(lead.policy().lifecycle()));
        text(json, "rejectionReason", standing.rejectionReason());
        return json;
    }

    private static ObjectNode owner(Ownership ownership) {
        ObjectNode json = object();
        text(json, "ownerId", ownership.ownerId());
        text(json, "teamId", ownership.teamId());
        text(json, "because", ownership.because());
        json.put("round", ownership.round());
        ArrayNode former = json.putArray("formerOwnerIds");
        ownership.former().forEach(former::add);
        return json;
    }

    private static ObjectNode promotion(LeadExplanation lead) {
        Qualification qualification = lead.qualification();
        ObjectNode json = object();
        json.put("due", qualification.promotion().isPresent());
        json.set("always", checks(qualification.always()));
        ArrayNode rules = json.putArray("rules");
        for (Qualification.Rule rule : qualification.rules()) {
            ObjectNode one = rules.addObject().put("rule", rule.rule()).put("met", rule.met());
            one.set("checks", checks(rule.checks()));
        }
        json.put("pointsShort", lead.pointsShort());
        json.set("missing", checks(lead.missing()));
        return json;
    }

    private static ArrayNode quarantine(List<LeadExplanation.Suspect> suspects) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (LeadExplanation.Suspect suspect : suspects) {
            ObjectNode one = json.addObject().put("kind", suspect.kind());
            text(one, "asset", suspect.asset());
            instant(one, "at", suspect.at());
            one.put("eventId", suspect.eventId()).put("because", suspect.because());
            instant(one, "waitsUntil", suspect.waitsUntil());
        }
        return json;
    }

    private static ArrayNode checks(List<Check> checks) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (Check check : checks) {
            json.addObject()
                    .put("condition", check.condition())
                    .put("met", check.met())
                    .put("found", check.found())
                    .put("needed", check.needed());
        }
        return json;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static void instant(ObjectNode json, String name, Instant instant) {
        text(json, name, instant == null ? null : instant.toString());
    }

    private static void text(ObjectNode json, String name, String text) {
        if (text != null) {
            json.put(name, text);
        }
    }
}

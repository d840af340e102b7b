package io.revstream.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revstream.deal.DealExplanation;
import io.revstream.pipeline.DealStanding;
import io.revstream.pipeline.StaleThreshold;
import io.revstream.pipeline.Visit;

/** Deals as JSON: times in seconds, and what is not known is left out. */
public final class DealJson {

    private DealJson() {}

    /** Where a deal stands, what it is timed by, and when it is stale. */
    public static ObjectNode of(DealExplanation deal) {
        DealStanding standing = deal.state().standing();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("dealId", deal.state().id()).put("at", deal.at().toString());
        text(json, "stage", standing.stage());
        if (deal.inStage() != null) {
            json.put("inStageSeconds", deal.inStage().toSeconds());
        }
        text(json, "leadId", standing.leadId());
        text(json, "accountId", standing.accountId());
        text(json, "ownerId", standing.ownerId());
        text(json, "closeDate", standing.closeDate());
        json.put("pushes", standing.pushes());
        if (!deal.state().live()) {
            json.put("fromHistory", true);
        }
        json.set("stages", stages(standing));
        if (deal.threshold() != null) {
            json.set("stale", stale(deal));
        }
        json.set("clocks", ClockJson.of(deal.clocks()));
        return json;
    }

    /** Each visit, first to last. */
    private static ArrayNode stages(DealStanding standing) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (Visit visit : standing.visits()) {
            ObjectNode one = json.addObject().put("stage", visit.stage());
            text(one, "enteredAt", visit.enteredAt());
            text(one, "leftAt", visit.leftAt());
        }
        return json;
    }

    private static ObjectNode stale(DealExplanation deal) {
        StaleThreshold threshold = deal.threshold();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("stale", deal.stale()).put("after", threshold.words());
        text(json, "from", deal.staleFrom());
        return json;
    }

    private static void text(ObjectNode json, String name, Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }
}

package io.revstream.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.revstream.app.DealJson;
import io.revstream.app.Pipeline;
import io.revstream.deal.DealExplanation;
import io.revstream.deal.DealState;
import io.revstream.deal.DealTopology;
import io.revstream.deal.PipelineState;
import java.time.Clock;

/** Deals as they stand or stood: stages, clocks, staleness. */
final class DealApi {

    private final StateApi<PipelineState> deals;

    DealApi(Pipeline pipeline, PastQuestions past, Clock clock) {
        deals = new StateApi<>(DealTopology.DEAL, pipeline, past, clock);
    }

    void explanation(Context context) {
        deals.find(context, found -> {
            if (!(found.state() instanceof DealState deal)) {
                throw Problem.notFound("Expected the id of a known deal, but " + context.pathParam("id") + " is none");
            }
            ObjectNode json = DealJson.of(DealExplanation.of(deal, found.policy(), found.at()));
            HttpApi.answer(context, json.put("policyVersion", found.policy().version()));
        });
    }
}

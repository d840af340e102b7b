package io.revstream.app.http;

import io.javalin.http.Context;
import io.revstream.app.Pipeline;
import io.revstream.lead.LeadExplanation;
import io.revstream.lead.LeadState;
import io.revstream.lead.LeadTopology;
import java.time.Clock;

/** Leads as they stand or stood, and why. */
final class LeadApi {

    private final StateApi<LeadState> leads;

    LeadApi(Pipeline pipeline, PastQuestions past, Clock clock) {
        leads = new StateApi<>(LeadTopology.LEAD, pipeline, past, clock);
    }

    void state(Context context) {
        leads.find(context, lead -> HttpApi.answer(context, LeadJson.state(of(lead))));
    }

    void explanation(Context context) {
        leads.find(context, lead -> HttpApi.answer(context, LeadJson.explanation(of(lead))));
    }

    private static LeadExplanation of(StateApi.At<LeadState> lead) {
        return LeadExplanation.of(lead.state(), lead.policy(), lead.at());
    }
}

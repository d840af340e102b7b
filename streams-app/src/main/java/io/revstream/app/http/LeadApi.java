package io.revstream.app.http;

import io.javalin.http.Context;
import io.revstream.app.Pipeline;
import io.revstream.lead.LeadExplanation;
import io.revstream.lead.LeadState;
import io.revstream.lead.LeadTopology;
import io.revstream.stream.AggregateView;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** Leads as they stand, and why. */
final class LeadApi {

    private final Pipeline pipeline;
    private final Clock clock;

    LeadApi(Pipeline pipeline, Clock clock) {
        this.pipeline = pipeline;
        this.clock = clock;
    }

    void state(Context context) {
        HttpApi.answer(context, LeadJson.state(explain(context)));
    }

    void explanation(Context context) {
        HttpApi.answer(context, LeadJson.explanation(explain(context)));
    }

    private LeadExplanation explain(Context context) {
        String id = context.pathParam("id");
        AggregateView<LeadState> leads = pipeline.view(LeadTopology.LEAD);
        if (leads == null) {
            throw Problem.unavailable(
                    "Expected the topology lead to run here, but it does not: ask an instance that runs it");
        }
        AggregateView.Found<LeadState> found = leads.get(id);
        if (found == null) {
            throw Problem.notFound("Expected the id of a known lead, but nothing is known of " + id);
        }
        Instant at = at(context.queryParam("at"), found.latest());
        return LeadExplanation.of(found.state(), found.policies().at(at), at);
    }

    /** Now, or the instant asked for: only from the latest decision on, since the state holds no past. */
    private Instant at(String asked, Instant latest) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (asked == null) {
            return now.isBefore(latest) ? latest : now;
        }
        Instant at;
        try {
            at = Instant.parse(asked);
        } catch (DateTimeParseException e) {
            throw Problem.badRequest("Expected at to be an instant such as " + latest + ", but found " + asked);
        }
        if (at.isBefore(latest)) {
            throw Problem.badRequest("Expected at not to lie before the latest decision on the lead, which was at "
                    + latest + ", but found " + asked);
        }
        return at;
    }
}

package io.revstream.app.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.revstream.app.Pipeline;
import io.revstream.lead.LeadExplanation;
import io.revstream.lead.LeadState;
import io.revstream.lead.LeadTopology;
import io.revstream.stream.AggregateView;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Leads as they stand or stood, and why. */
final class LeadApi {

    private final Pipeline pipeline;
    private final Clock clock;

    /** The past costs a read of the partition: one at a time, so that questions cannot take the broker from the decisions. */
    private final Semaphore past = new Semaphore(1);

    LeadApi(Pipeline pipeline, Clock clock) {
        this.pipeline = pipeline;
        this.clock = clock;
    }

    void state(Context context) {
        answer(context, lead -> HttpApi.answer(context, LeadJson.state(lead)));
    }

    void explanation(Context context) {
        answer(context, lead -> HttpApi.answer(context, LeadJson.explanation(lead)));
    }

    private void answer(Context context, Consumer<LeadExplanation> answer) {
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
        if (!at.isBefore(found.latest())) {
            answer.accept(LeadExplanation.of(found.state(), found.policies().at(at), at));
        } else if (isNew(context, id, at)) {
            answer.accept(LeadExplanation.of(past(id, at), found.policies().at(at), at));
        }
    }

    /** What was decided before the latest decision does not change any more: who has the answer need not ask for it again. */
    private static boolean isNew(Context context, String id, Instant at) {
        String release = LeadApi.class.getPackage().getImplementationVersion();
        String answer = context.path() + "\n" + id + "\n" + at + "\n" + release;
        String tag = "\"" + UUID.nameUUIDFromBytes(answer.getBytes(StandardCharsets.UTF_8)) + "\"";
        context.header("ETag", tag).header("Cache-Control", "private, no-cache");
        if (tag.equals(context.header("If-None-Match"))) {
            context.status(HttpStatus.NOT_MODIFIED);
            return false;
        }
        return true;
    }

    private LeadState past(String id, Instant at) {
        if (!past.tryAcquire()) {
            throw Problem.unavailable(
                    "Expected to look into the past for one question at a time, but another is under way: ask again later");
        }
        try {
            LeadState state = pipeline.history(LeadTopology.LEAD).at(id, at);
            if (state == null) {
                throw Problem.notFound("Expected an instant at which " + id
                        + " was known, but the first decision on it is later than " + at);
            }
            return state;
        } finally {
            past.release();
        }
    }

    /** Now, or the instant asked for. */
    private Instant at(String asked, Instant latest) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (asked == null) {
            return now.isBefore(latest) ? latest : now;
        }
        try {
            return Instant.parse(asked);
        } catch (DateTimeParseException e) {
            throw Problem.badRequest("Expected at to be an instant such as " + latest + ", but found " + asked);
        }
    }
}

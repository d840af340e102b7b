package io.revstream.app.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.revstream.app.Pipeline;
import io.revstream.policy.Policy;
import io.revstream.stream.AggregateView;
import io.revstream.stream.Hosted;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * Aggregates of one topology as they stand or stood, by their id in the path.
 *
 * @param <S> state of one aggregate
 */
final class StateApi<S> {

    private final Hosted<S> hosted;
    private final Pipeline pipeline;
    private final PastQuestions past;
    private final Clock clock;

    StateApi(Hosted<S> hosted, Pipeline pipeline, PastQuestions past, Clock clock) {
        this.hosted = hosted;
        this.pipeline = pipeline;
        this.past = past;
        this.clock = clock;
    }

    /**
     * An aggregate at an instant.
     *
     * @param policy the one in force then
     */
    record At<S>(S state, Policy policy, Instant at) {}

    /** Has it answered, unless who asks has the answer already. */
    void find(Context context, Consumer<At<S>> answer) {
        String id = context.pathParam("id");
        AggregateView<S> view = pipeline.view(hosted);
        if (view == null) {
            throw Problem.unavailable("Expected the topology " + hosted.topology()
                    + " to run here, but it does not: ask an instance that runs it");
        }
        AggregateView.Found<S> found = get(view, id);
        if (found == null) {
            throw Problem.notFound(
                    "Expected the id of a known " + hosted.topology() + ", but nothing is known of " + id);
        }
        Instant at = at(context.queryParam("at"), found.latest());
        if (!at.isBefore(found.latest())) {
            answer.accept(new At<>(found.state(), found.policies().at(at), at));
        } else if (isNew(context, id, at)) {
            answer.accept(new At<>(past(id, at), found.policies().at(at), at));
        }
    }

    private AggregateView.Found<S> get(AggregateView<S> view, String id) {
        try {
            return view.get(id);
        } catch (InvalidStateStoreException notHere) {
            String holder = view.holder(id);
            throw Problem.unavailable("Expected the state of " + hosted.topology() + " " + id
                    + " to be here, but it is "
                    + (holder == null ? "not yet, or in another instance" : "at http://" + holder + ": ask there")
                    + " (" + notHere.getMessage() + ")");
        }
    }

    /** What was decided before the latest decision does not change any more: who has the answer need not ask for it again. */
    private static boolean isNew(Context context, String id, Instant at) {
        String release = StateApi.class.getPackage().getImplementationVersion();
        String answer = context.path() + "\n" + id + "\n" + at + "\n" + release;
        String tag = "\"" + UUID.nameUUIDFromBytes(answer.getBytes(StandardCharsets.UTF_8)) + "\"";
        context.header("ETag", tag).header("Cache-Control", "private, no-cache");
        if (tag.equals(context.header("If-None-Match"))) {
            context.status(HttpStatus.NOT_MODIFIED);
            return false;
        }
        return true;
    }

    private S past(String id, Instant at) {
        S state = past.ask(() -> pipeline.history(hosted).at(id, at));
        if (state == null) {
            throw Problem.notFound("Expected an instant at which " + id
                    + " was known, but the first decision on it is later than " + at);
        }
        return state;
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

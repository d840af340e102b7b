package io.revstream.app.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.revstream.app.Pipeline;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyText;
import io.revstream.policy.PolicyTimeline;
import io.revstream.stream.AggregateView;
import java.time.Clock;

/** The policy that decides now: one published definition for everybody (GEN-04). */
final class PolicyApi {

    private final Pipeline pipeline;
    private final Clock clock;

    PolicyApi(Pipeline pipeline, Clock clock) {
        this.pipeline = pipeline;
        this.clock = clock;
    }

    void active(Context context) {
        AggregateView<?> view = pipeline.anyView();
        PolicyTimeline timeline = view.policies();
        if (timeline.isEmpty()) {
            throw Problem.unavailable("Expected a policy, but none has been read yet");
        }
        Policy policy = timeline.at(clock.instant());
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("name", policy.name())
                .put("version", policy.version())
                .put("summary", policy.summary())
                .put("text", PolicyText.of(policy))
                .put("document", view.policyDocument(policy.version()));
        var versions = answer.putArray("versions");
        timeline.versions()
                .forEach(version -> versions.addObject()
                        .put("version", version.policy().version())
                        .put("from", version.from().toString()));
        HttpApi.answer(context, answer);
    }
}

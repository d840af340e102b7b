package io.revstream.app.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.revstream.app.Pipeline;
import java.util.List;
import java.util.Map;

/** Whether the instance should be restarted (live), and whether it decides on all of its input (ready). */
final class HealthApi {

    private final Pipeline pipeline;

    HealthApi(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    void live(Context context) {
        List<String> failed = pipeline.failed();
        answer(
                context,
                failed.isEmpty(),
                failed.isEmpty() ? null : "Expected topologies to run, but these have failed: " + failed);
    }

    void ready(Context context) {
        Map<String, String> unready = pipeline.unready();
        ObjectNode topologies = JsonNodeFactory.instance.objectNode();
        pipeline.states().keySet().forEach(name -> topologies.put(name, unready.getOrDefault(name, "ready")));
        context.status(unready.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ready", unready.isEmpty());
        HttpApi.answer(context, answer.set("topologies", topologies));
    }

    private static void answer(Context context, boolean live, String detail) {
        context.status(live ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("live", live);
        if (detail != null) {
            answer.put("detail", detail);
        }
        HttpApi.answer(context, answer);
    }
}

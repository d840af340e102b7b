package io.revstream.app.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.revstream.app.EventJson;

/** A request that cannot be answered, as RFC 9457 has it. */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    private Problem(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
    }

    static Problem badRequest(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, detail);
    }

    static Problem notFound(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, detail);
    }

    static Problem unavailable(String detail) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, detail);
    }

    void answer(Context context) {
        answer(context, status, getMessage());
    }

    static void answer(Context context, HttpStatus status, String detail) {
        context.status(status)
                .contentType("application/problem+json")
                .result(EventJson.line(JsonNodeFactory.instance
                        .objectNode()
                        .put("title", status.getMessage())
                        .put("status", status.getCode())
                        .put("detail", detail)));
    }
}

package io.revstream.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.confluent.kafka.schemaregistry.client.rest.entities.ErrorMessage;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaString;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.ConfigUpdateRequest;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaRequest;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The paths of Confluent's API that clients, serializers and command-line tools use. */
final class RegistryApi implements HttpHandler {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Subjects subjects;
    private final List<Route> routes;

    /** Answers one kind of request, given the variable parts of its path. */
    private interface Handler {
        Object answer(List<String> path, Request request) throws IOException, RestClientException;
    }

    private record Route(String method, String pattern, Handler handler) {}

    private record Request(String body, String query) {

        <T> T as(Class<T> type) throws IOException, RestClientException {
            try {
                return JSON.readValue(body, type);
            } catch (JsonProcessingException e) {
                throw new RestClientException("Unprocessable request: " + e.getOriginalMessage(), 422, 422);
            }
        }

        boolean asks(String flag) {
            return query != null && List.of(query.split("&", -1)).contains(flag + "=true");
        }
    }

    RegistryApi(Subjects subjects) {
        this.subjects = subjects;
        this.routes = List.of(
                new Route("GET", "/", (path, request) -> Map.of()),
                new Route("GET", "/mode", (path, request) -> Map.of("mode", "READWRITE")),
                new Route("GET", "/schemas/types", (path, request) -> List.of("AVRO")),
                new Route("GET", "/schemas/ids/*", (path, request) -> schemaById(path.get(0))),
                new Route("GET", "/schemas/ids/*/versions", (path, request) -> subjects.usesOf(id(path.get(0)))),
                new Route("GET", "/subjects", (path, request) -> subjects.all()),
                new Route("POST", "/subjects/*", (path, request) -> subjects.lookUp(schema(path.get(0), request))),
                new Route("GET", "/subjects/*/versions", (path, request) -> subjects.versions(path.get(0))),
                new Route("POST", "/subjects/*/versions", (path, request) -> register(path.get(0), request)),
                new Route(
                        "GET", "/subjects/*/versions/*", (path, request) -> subjects.version(path.get(0), path.get(1))),
                new Route(
                        "POST",
                        "/compatibility/subjects/*/versions",
                        (path, request) -> verdict(subjects.objections(schema(path.get(0), request)), request)),
                new Route(
                        "POST",
                        "/compatibility/subjects/*/versions/*",
                        (path, request) ->
                                verdict(subjects.objections(schema(path.get(0), request), path.get(1)), request)),
                new Route("GET", "/config", (path, request) -> Map.of("compatibilityLevel", subjects.level(null))),
                new Route("PUT", "/config", (path, request) -> configure(null, request)),
                new Route(
                        "GET",
                        "/config/*",
                        (path, request) -> Map.of("compatibilityLevel", level(path.get(0), request))),
                new Route("PUT", "/config/*", (path, request) -> configure(path.get(0), request)));
    }

    private SchemaString schemaById(String id) throws IOException, RestClientException {
        return new SchemaString(subjects.byId(id(id)).canonicalString());
    }

    private Map<String, Object> register(String subject, Request request) throws IOException, RestClientException {
        return Map.of("id", subjects.register(schema(subject, request)));
    }

    private static Map<String, Object> verdict(List<String> objections, Request request) {
        boolean compatible = objections.isEmpty();
        return request.asks("verbose")
                ? Map.of("is_compatible", compatible, "messages", objections)
                : Map.of("is_compatible", compatible);
    }

    private String level(String subject, Request request) throws IOException, RestClientException {
        return request.asks("defaultToGlobal") ? subjects.effectiveLevel(subject) : subjects.level(subject);
    }

    private Map<String, Object> configure(String subject, Request request) throws IOException, RestClientException {
        String level = request.as(ConfigUpdateRequest.class).getCompatibilityLevel();
        subjects.level(subject, level);
        return Map.of("compatibility", level);
    }

    private static Schema schema(String subject, Request request) throws IOException, RestClientException {
        return new Schema(subject, request.as(RegisterSchemaRequest.class));
    }

    private static int id(String text) throws RestClientException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new RestClientException("HTTP 404 Not Found", 404, 404);
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = new Request(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    exchange.getRequestURI().getRawQuery());
            int status = 200;
            Object answer;
            try {
                answer = answer(
                        exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), request);
            } catch (RestClientException e) {
                status = e.getStatus();
                answer = new ErrorMessage(e.getErrorCode(), e.getMessage());
            } catch (IOException | RuntimeException e) {
                status = 500;
                answer = new ErrorMessage(50001, "Error in the backend data store: " + e);
            }
            byte[] body = JSON.writeValueAsBytes(answer);
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Object answer(String method, String path, Request request) throws IOException, RestClientException {
        List<String> segments = segments(path);
        for (Route route : routes) {
            List<String> pattern = segments(route.pattern());
            if (route.method().equals(method) && matches(pattern, segments)) {
                return route.handler().answer(variables(pattern, segments), request);
            }
        }
        throw new RestClientException("HTTP 404 Not Found", 404, 404);
    }

    private static boolean matches(List<String> pattern, List<String> segments) {
        if (pattern.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < pattern.size(); i++) {
            if (!pattern.get(i).equals("*") && !pattern.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> variables(List<String> pattern, List<String> segments) {
        List<String> variables = new ArrayList<>();
        for (int i = 0; i < pattern.size(); i++) {
            if (pattern.get(i).equals("*")) {
                variables.add(segments.get(i));
            }
        }
        return variables;
    }

    /** Split before decoding: a subject may contain an escaped slash. */
    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        }
        return segments;
    }
}

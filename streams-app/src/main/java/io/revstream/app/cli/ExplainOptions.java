package io.revstream.app.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.revstream.app.CannotStart;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is to be explained, and who is asked: a running instance. */
final class ExplainOptions {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    /** The past is found by reading a partition from its beginning. */
    private static final Duration PAST_WITHIN = Duration.ofMinutes(10);

    /** Points as they are written, with two decimals. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Parameters(paramLabel = "ID", description = "Its id.")
    private String id;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description =
                    "Any instant; now when left out. Before the latest decision on it, its partition is read anew.")
    private Instant at;

    @Option(
            names = "--api",
            paramLabel = "URL",
            defaultValue = "${env:REVSTREAM_API:-http://127.0.0.1:8080}",
            description = "A running instance (${DEFAULT-VALUE}; environment: REVSTREAM_API).")
    private URI api;

    @Option(names = "--json", description = "Print the answer as one JSON object.")
    private boolean json;

    /**
     * Prints what the instance answers.
     *
     * @param path goes before the id
     * @param further goes behind it; empty for nothing
     * @param text the answer for people
     * @return exit code
     * @throws CannotStart when there is no such thing, or nobody who knows
     */
    int explain(PrintWriter out, String path, String further, Function<JsonNode, String> text)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(path, further);
        JsonNode body = JSON.readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new CannotStart(
                    body.path("detail").asText("Expected an explanation, but " + api + " answered " + answer.body()));
        }
        out.print(json ? answer.body() + System.lineSeparator() : text.apply(body));
        out.flush();
        return 0;
    }

    private HttpResponse<String> ask(String path, String further) throws InterruptedException {
        String query = at == null ? "" : "?at=" + at;
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(api.resolve(path + encoded + further + query))
                                    .timeout(at == null ? ANSWER_WITHIN : PAST_WITHIN)
                                    .build(),
                            BodyHandlers.ofString());
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotStart(
                    "Expected a running revstream at " + api + ", but it cannot be reached: " + e
                            + "; name another with --api",
                    e);
        }
    }
}

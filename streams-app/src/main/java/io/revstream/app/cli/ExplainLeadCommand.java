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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code revstream explain lead}: asks a running instance. */
@Command(
        name = "lead",
        description = "Explain a lead: its score line by line, what is missing for a promotion, its clocks.",
        mixinStandardHelpOptions = true)
final class ExplainLeadCommand implements Callable<Integer> {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    /** The past is found by reading a partition from its beginning. */
    private static final Duration PAST_WITHIN = Duration.ofMinutes(10);

    /** Points as they are written, with two decimals. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The lead.")
    private String id;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description =
                    "Any instant; now when left out. Before the latest decision on the lead, its partition is read anew.")
    private Instant at;

    @Option(
            names = "--api",
            paramLabel = "URL",
            defaultValue = "${env:REVSTREAM_API:-http://127.0.0.1:8080}",
            description = "A running instance (${DEFAULT-VALUE}; environment: REVSTREAM_API).")
    private URI api;

    @Option(names = "--json", description = "Print the answer as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        HttpResponse<String> answer = ask();
        JsonNode body = JSON.readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new CannotStart(
                    body.path("detail").asText("Expected an explanation, but " + api + " answered " + answer.body()));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? answer.body() + System.lineSeparator() : ExplanationText.of(body));
        out.flush();
        return 0;
    }

    private HttpResponse<String> ask() throws InterruptedException {
        String query = at == null ? "" : "?at=" + at;
        String path =
                "/v1/leads/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20") + "/explain" + query;
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(api.resolve(path))
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

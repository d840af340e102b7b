package io.revstream.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revstream.app.CannotStart;
import io.revstream.app.EmbeddedBroker;
import io.revstream.app.EventJson;
import io.revstream.app.Events;
import io.revstream.app.HttpSettings;
import io.revstream.app.Instance;
import io.revstream.app.PipelineSettings;
import io.revstream.app.RunningPipeline;
import io.revstream.app.Topologies;
import io.revstream.app.cli.RevstreamCommand;
import io.revstream.events.LeadAssigned;
import io.revstream.events.ScoreChanged;
import io.revstream.policy.Presets;
import io.revstream.policy.ScoringModel;
import io.revstream.stream.Catalogue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a running instance answers: one instance for all tests, in which a lead has asked for a demo. */
class HttpApiOnBrokerTest {

    @TempDir
    static Path directory;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static RunningPipeline broker;
    private static Instance instance;

    @BeforeAll
    static void aLeadHasAskedForADemo() {
        broker = new RunningPipeline(directory);
        Instant now = Instant.now();
        broker.publisher.publish(Catalogue.REPS, "inside-sales", Events.rep("dana", "Dana", now), now);
        broker.publisher.publish(Catalogue.LEADS, "ada", Events.perfectFit("ada", now), now);
        broker.publisher.publish(Catalogue.ACTIVITIES, "ada", Events.prospect("demo", "DEMO_REQUEST", null, now), now);
        Instant before = now.minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MILLIS);
        broker.publisher.publish(Catalogue.LEADS, "bob", Events.perfectFit("bob", before), before);
        visit("bob", "TRIAL_SIGN_UP", null, before.plusSeconds(1200));
        visit("bob", "CONTENT_DOWNLOADED", "whitepaper", before.plusSeconds(2400));
        visit("bob", "DEMO_REQUEST", null, before.plusSeconds(3600));
        broker.publisher.flush();
        instance = new Instance(
                new PipelineSettings(
                        Topologies.ALL,
                        directory.resolve("state"),
                        1,
                        0,
                        1,
                        Duration.ofMillis(100),
                        Duration.ofMillis(200),
                        Duration.ofMinutes(5),
                        null),
                new HttpSettings("127.0.0.1", 0),
                broker.connection,
                RunningPipeline.PARTITIONS,
                Clock.systemUTC());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> get("/v1/counts").body().contains("\"assignments\":2"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get("/v1/leads/ada").body().contains("first-contact"));
    }

    private static void visit(String lead, String kind, String asset, Instant at) {
        broker.publisher.publish(Catalogue.ACTIVITIES, lead, Events.prospect(kind + at, kind, asset, at), at);
    }

    @AfterAll
    static void stop() {
        instance.close();
        broker.close();
    }

    @Test
    void aLeadIsShownAsItStands() throws Exception {
        JsonNode lead = json(get("/v1/leads/ada"), 200);

        assertThat(lead.path("stage").asText()).isEqualTo("MQL");
        assertThat(lead.path("owner").path("ownerId").asText()).isEqualTo("dana");
        assertThat(lead.path("score").has("ledger")).isFalse();
        assertThat(lead.path("clocks").findValuesAsText("clock")).contains("first-contact");
        assertThat(lead.path("clocks").get(0).path("nextStep").has("dueAt")).isTrue();
    }

    @Test
    void clocksThatRunAreListedByWhenTheyAreDueWithTheNextStep() throws Exception {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> json(get("/v1/sla"), 200).path("clocks").size() >= 2);
        JsonNode sla = json(get("/v1/sla?limit=1"), 200);

        JsonNode first = sla.path("clocks").get(0);
        assertThat(sla.path("open").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(sla.path("compliance").path("clocks").has("first-contact")).isTrue();
        assertThat(first.path("ownerId").asText()).isEqualTo("dana");
        assertThat(first.path("teamId").asText()).isEqualTo("inside-sales");
        assertThat(first.path("nextStep").has("dueAt")).isTrue();
        JsonNode next = json(get("/v1/sla?after=" + sla.path("after").asText()), 200)
                .path("clocks")
                .get(0);
        assertThat(next.path("dueAt").asText())
                .isGreaterThanOrEqualTo(first.path("dueAt").asText());
        assertThat(json(get("/v1/sla?team=none"), 200).path("clocks")).isEmpty();
        assertThat(json(get("/v1/sla?limit=1000"), 400).path("detail").asText()).contains("1 to 200");
        assertThat(json(get("/v1/sla/speed"), 200).path("targetPercent").asInt())
                .isEqualTo(90);
    }

    @Test
    void aTeamTellsWhoIsNextAndAnAccountWhoGetsItsLeads() throws Exception {
        JsonNode team = json(get("/v1/teams/inside-sales"), 200);
        JsonNode account = json(get("/v1/accounts/ada-inc.com"), 200);

        assertThat(team.path("next").asText()).isEqualTo("dana");
        assertThat(team.path("reps").get(0).path("open").asInt()).isEqualTo(2);
        assertThat(team.path("policyVersion").asText()).isEqualTo("mid-market-1");
        assertThat(account.path("owner").path("repId").asText()).isEqualTo("dana");
        assertThat(account.path("contacts").findValuesAsText("leadId")).containsExactly("ada");
        Instant first = broker.events(Catalogue.ROUTING_ASSIGNMENTS, LeadAssigned.class)
                .get(0)
                .getOccurredAt();
        JsonNode then = json(get("/v1/teams/inside-sales?at=" + first), 200);
        assertThat(then.path("at").asText()).isEqualTo(first.toString());
        assertThat(then.path("reps")).hasSize(1);
        assertThat(json(get("/v1/accounts/nobody"), 404).path("detail").asText())
                .isEqualTo("Expected the id of a known account, but nothing is known of nobody");
        assertThat(json(get("/v1/teams/nobody"), 404).path("detail").asText())
                .isEqualTo("Expected the id of a known team, but nothing is known of nobody");
    }

    @Test
    @Tag("GEN-04")
    @Tag("SCO-30")
    void theLedgerOfAnExplanationAddsUpToTheScore() throws Exception {
        JsonNode score = json(get("/v1/leads/ada/explain"), 200).path("score");

        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : score.path("ledger")) {
            sum = sum.add(line.path("contribution").decimalValue());
        }
        assertThat(sum).isEqualByComparingTo(score.path("total").decimalValue()).isPositive();
        ScoringModel model = Presets.policy("mid-market").scoring().models().get(0);
        assertThat(score.path("threshold").decimalValue())
                .as("how many points make an MQL, by the same policy that everybody reads")
                .isEqualByComparingTo(BigDecimal.valueOf(model.threshold()));
    }

    @Test
    void anExplanationTellsWhatIsMissingAndWhatTimeWillChange() throws Exception {
        JsonNode lead = json(get("/v1/leads/ada/explain"), 200);

        assertThat(lead.path("policyVersion").asText()).isEqualTo("mid-market-1");
        assertThat(lead.has("nextScoreChange")).isTrue();
        assertThat(lead.path("promotion").path("rules").findValuesAsText("rule"))
                .contains("threshold", "demo-request");
        assertThat(lead.path("promotion").path("missing").findValuesAsText("condition"))
                .contains("promotions in pass 1");

        String later = Instant.now().plus(Duration.ofDays(200)).toString();
        JsonNode then = json(get("/v1/leads/ada/explain?at=" + later), 200);
        assertThat(then.path("score").path("total").decimalValue())
                .isLessThan(lead.path("score").path("total").decimalValue());
    }

    /** Each instant of a decision, however many were made since: the event, the answer of the API and what the command prints. */
    @Test
    void anyInstantIsExplainedWithTheNumbersOfItsEvent() throws Exception {
        List<ScoreChanged> scores = broker.events(Catalogue.SCORES, ScoreChanged.class).stream()
                .filter(score -> score.getLeadId().equals("bob"))
                .toList();
        assertThat(scores).hasSizeGreaterThanOrEqualTo(2);
        for (ScoreChanged event : scores) {
            String at = event.getOccurredAt().toString();
            HttpResponse<String> answer = get("/v1/leads/bob/explain?at=" + at);
            JsonNode explained = json(answer, 200);
            assertThat(answer.body()).contains("\"score\":" + EventJson.line(EventJson.of(event.getScore())));
            assertThat(explained.path("policyVersion").asText()).isEqualTo(event.getPolicyVersion());
            assertThat(explain("bob", "--at", at, "--json")).isEqualToIgnoringNewLines(answer.body());
            assertThat(explain("bob", "--at", at))
                    .contains("%8s  total".formatted(event.getScore().getTotal()));
        }
    }

    @Test
    void thePastShowsWhatWasMissingThen() throws Exception {
        Instant trial = broker.events(Catalogue.SCORES, ScoreChanged.class).stream()
                .filter(score -> score.getCausedBy().startsWith("TRIAL_SIGN_UP"))
                .map(ScoreChanged::getOccurredAt)
                .findFirst()
                .orElseThrow();
        HttpResponse<String> answer = get("/v1/leads/bob/explain?at=" + trial);
        JsonNode lead = json(answer, 200);
        assertThat(lead.path("stage").asText()).isEqualTo("Lead");
        assertThat(lead.path("stages").findValuesAsText("stage")).containsExactly("Lead");
        assertThat(lead.path("promotion").path("pointsShort").decimalValue()).isEqualByComparingTo("7.71");
        assertThat(lead.path("promotion").path("missing").findValuesAsText("condition"))
                .containsExactly("total");
        assertThat(lead.path("nextTotal").decimalValue())
                .isLessThan(lead.path("score").path("total").decimalValue());
        assertThat(json(get("/v1/leads/bob"), 200).path("stage").asText()).isEqualTo("MQL");

        String tag = answer.headers().firstValue("etag").orElseThrow();
        HttpRequest again = HttpRequest.newBuilder(URI.create(instance.address() + "/v1/leads/bob/explain?at=" + trial))
                .header("If-None-Match", tag)
                .build();
        assertThat(CLIENT.send(again, BodyHandlers.ofString()).statusCode()).isEqualTo(304);
    }

    private static String explain(String... arguments) {
        List<String> all = new ArrayList<>(List.of("explain", "lead"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--api", instance.address().toString()));
        StringWriter out = new StringWriter();
        int exitCode = RevstreamCommand.commandLine(EmbeddedBroker.NONE, List.of())
                .setOut(new PrintWriter(out, true))
                .execute(all.toArray(String[]::new));
        assertThat(exitCode).isZero();
        return out.toString();
    }

    @Test
    void whatCannotBeAnsweredIsAProblemThatSaysWhatWasExpected() throws Exception {
        JsonNode unknown = json(get("/v1/leads/nobody"), 404);
        assertThat(unknown.path("detail").asText()).startsWith("Expected ").contains("nobody");
        assertThat(json(get("/v1/leads/ada/explain?at=2020-01-01T00:00:00Z"), 404)
                        .path("detail")
                        .asText())
                .startsWith("Expected an instant at which ada was known");
        assertThat(json(get("/v1/leads/ada/explain?at=yesterday"), 400)
                        .path("detail")
                        .asText())
                .contains("found yesterday");
        assertThat(json(get("/v2"), 404).path("detail").asText()).contains("/v2");
        assertThat(get("/v1/leads/nobody").headers().firstValue("content-type")).contains("application/problem+json");
    }

    @Test
    @Tag("GEN-04")
    @Tag("SCO-30")
    void everybodyReadsThePolicyThatDecides() throws Exception {
        JsonNode policy = json(get("/v1/policy"), 200);

        assertThat(policy.path("version").asText()).isEqualTo("mid-market-1");
        assertThat(policy.path("document").asText()).isEqualTo(Presets.text("mid-market"));
    }

    @Test
    void theFunnelIsKeptWithoutAnybodysName() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode funnel = json(get("/v1/funnel"), 200);
            assertThat(funnel.path("stages").findValuesAsText("stage")).startsWith("Subscriber", "Lead", "MQL");
            assertThat(funnel.path("promotions").path("promoted").asInt()).isPositive();
            assertThat(funnel.toString()).doesNotContain("\"ada\"");
        });
    }

    @Test
    void theInstanceIsReadyWhenEveryTopologyIs() throws Exception {
        JsonNode ready = json(get("/health/ready"), 200);

        assertThat(ready.path("topologies").fieldNames()).toIterable().containsExactlyElementsOf(Topologies.ALL);
        assertThat(json(get("/health/live"), 200).path("live").asBoolean()).isTrue();
    }

    @Test
    void metricsHoldTheLagOfEveryGroup() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get("/metrics").body())
                        .contains("kafka_consumergroup_lag{consumergroup=\"revops.lead\"")
                        .contains("revstream_records_read_total")
                        .contains("kafka_stream_thread_")
                        .doesNotContain("kafka_stream_state_")
                        .contains("jvm_memory_used_bytes"));
    }

    @Test
    void theFeedBeginsWithTheLatestDecisions() throws Exception {
        HttpResponse<InputStream> answer = CLIENT.send(request("/v1/feed"), BodyHandlers.ofInputStream());

        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String first = lines.lines()
                    .filter(line -> line.startsWith("data: "))
                    .findFirst()
                    .orElse("");
            JsonNode item = new ObjectMapper().readTree(first.substring("data: ".length()));
            assertThat(item.path("topic").asText()).isNotEqualTo("scores");
            assertThat(item.path("key").asText()).isIn("ada", "bob");
            assertThat(item.path("says").asText()).isNotBlank();
        }
    }

    @Test
    void thePageAsksNobodyElse() {
        assertThat(get("/").body()).contains("<title>revstream</title>").doesNotContain("http://", "https://");
        assertThat(get("/page.js").body()).contains("/v1/feed").doesNotContain("https://");
        assertThat(get("/").headers().firstValue("content-security-policy"))
                .contains("default-src 'self'; frame-ancestors 'none'");
    }

    @Test
    void aTakenPortIsNamed() {
        HttpSettings taken = new HttpSettings("127.0.0.1", instance.address().getPort());

        Assertions.assertThatThrownBy(
                        () -> HttpApi.start(taken, instance.pipeline(), instance.feed(), null, Clock.systemUTC()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Expected port " + taken.port());
    }

    private static JsonNode json(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new ObjectMapper().readTree(answer.body());
    }

    private static HttpResponse<String> get(String path) {
        try {
            return CLIENT.send(request(path), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(instance.address() + path))
                .timeout(Duration.ofSeconds(20))
                .build();
    }
}

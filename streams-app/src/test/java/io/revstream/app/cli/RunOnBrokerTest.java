package io.revstream.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revstream.app.Connection;
import io.revstream.app.EmbeddedBroker;
import io.revstream.app.EventPublisher;
import io.revstream.app.Events;
import io.revstream.embedded.EmbeddedCluster;
import io.revstream.policy.Presets;
import io.revstream.stream.Catalogue;
import io.revstream.stream.TopicNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands on a real broker. */
class RunOnBrokerTest {

    @TempDir
    Path directory;

    private EmbeddedCluster cluster;

    @BeforeEach
    void startBroker() {
        cluster = EmbeddedCluster.start(directory.resolve("cluster"));
    }

    @AfterEach
    void stopBroker() {
        cluster.close();
    }

    @Test
    void anInstanceStopsWhenAllIsDecidedAndAReplayAgrees() throws IOException {
        assertThat(command("topics", "create", "--partitions", "2").lastLine())
                .contains("every topic has 2 partitions");
        assertThat(command("run").err()).contains("Expected a published policy").contains("--policy");
        publishADemoRequest();
        publishARow();

        Commands ran = command("run", "--policy", "mid-market", "--http-port", "0", "--until-idle", "2s", "--json");

        assertThat(ran.exitCode()).isZero();
        JsonNode summary = new ObjectMapper().readTree(ran.lastLine());
        assertThat(summary.path("leads").asInt()).isEqualTo(2);
        assertThat(summary.path("activities").asInt()).isOne();
        assertThat(summary.path("promotions").asInt()).isOne();
        assertThat(summary.path("assignments").asInt()).isOne();
        assertThat(summary.path("deadLetters").asInt()).isZero();

        JsonNode funnel =
                new ObjectMapper().readTree(command("funnel", "--json").lastLine());
        assertThat(funnel.path("leads").asInt()).isEqualTo(2);
        assertThat(funnel.path("promotions")
                        .path("byModel")
                        .path("M-MID")
                        .path("open")
                        .asInt())
                .isOne();
        assertThat(command("funnel").out()).contains("Subscriber", "M-MID", "Rejected leads: 0 = 0 recycled");

        Commands replayed = command("replay");
        assertThat(replayed.exitCode()).isZero();
        assertThat(replayed.out()).hasLineCount(4).contains("lead: ").doesNotContain("differences");

        Path changed = directory.resolve("changed.yaml");
        Files.writeString(changed, Presets.text("mid-market").replaceFirst("threshold: \\d+", "threshold: 99"));
        assertThat(command("run", "--policy", changed.toString()).err())
                .contains("Expected a new version for a changed policy");

        Commands tailed = command(
                "tail",
                "mql-promotions",
                "--from-beginning",
                "--limit",
                "1",
                "--bootstrap",
                cluster.bootstrapServers(),
                "--registry",
                cluster.registryUrl());
        assertThat(tailed.exitCode()).isZero();
        assertThat(tailed.lastLine())
                .contains("mql-promotions", "ada", "MQL by demo-request, pass 1, policy mid-market-1: ");
        assertThat(command("topics", "list").out()).contains("mql-promotions").doesNotContain("missing");
    }

    @Test
    @Tag("CAL-11")
    void aPublishedPolicyIsDocumentedAndSalesIsToldOfIt() throws IOException {
        command("topics", "create", "--partitions", "2");
        run("--policy", "mid-market");
        Path same = policy("mid-market-1", 60);
        assertThat(elsewhere("policy", "publish", same.toString()))
                .satisfies(said -> assertThat(said.exitCode()).isOne())
                .extracting(Commands::err)
                .asString()
                .contains("Expected a new version for a changed policy");
        Path broken = directory.resolve("broken.yaml");
        Files.writeString(broken, Presets.text("mid-market").replaceFirst("threshold: \\d+", "threshold: high"));
        assertThat(elsewhere("policy", "publish", broken.toString()))
                .satisfies(said -> assertThat(said.exitCode()).isOne())
                .extracting(Commands::err)
                .asString()
                .contains("broken.yaml:", "Expected a whole number");

        String next = policy("mid-market-2", 60).toString();
        assertThat(elsewhere("policy", "publish", next).err())
                .contains("Expected --reason, since mid-market-2 takes the place of mid-market-1");
        Commands published = elsewhere("policy", "publish", next, "--reason", "too few leads");

        assertThat(published.exitCode()).as(published.err()).isZero();
        assertThat(published.out())
                .contains("Published mid-market-2, in force from ", "replaces   mid-market-1")
                .contains("reason     too few leads", "threshold  M-MID: 65 -> 60", "1 copy to each of 2 partitions");
        assertThat(elsewhere("policy", "publish", next).out()).contains("published already");
        JsonNode notice = event("actions", 1);
        assertThat(notice.path("kind").asText()).isEqualTo("NOTIFY");
        assertThat(notice.path("port").asText()).isEqualTo("chat");
        assertThat(notice.path("to").asText()).isEqualTo("sales");
        assertThat(notice.path("subjectId").asText()).isEqualTo("mid-market-2");
        assertThat(notice.path("details")).isEqualTo(new ObjectMapper().readTree("""
                        {"reason": "too few leads", "replaces": "mid-market-1",
                         "threshold before/M-MID": "65", "threshold after/M-MID": "60"}"""));
        JsonNode policy = event("policy", 4);
        assertThat(policy.path("version").asText()).isEqualTo("mid-market-2");
        assertThat(policy.path("replaces").asText()).isEqualTo("mid-market-1");
        assertThat(policy.path("reason").asText()).isEqualTo("too few leads");
    }

    @Test
    void aChallengerRunsBesideThePolicyOverARestartAndCanComeIntoForceLater() throws IOException {
        command("topics", "create", "--partitions", "2");
        run("--policy", "mid-market");
        String next = policy("mid-market-2", 50).toString();
        assertThat(elsewhere("policy", "publish", next, "--challenger").out())
                .contains(
                        "Challenger mid-market-2 runs from ", "beside     mid-market-1", "threshold  M-MID: 65 -> 50");
        assertThat(elsewhere("policy", "publish", "mid-market", "--challenger").err())
                .contains("Expected a challenger that has not been in force, but version mid-market-1 was");
        run();
        Instant now = Instant.now();
        try (EventPublisher publisher = publisher()) {
            publisher.publish(Catalogue.LEADS, "eve", Events.perfectFit("eve", now), now);
            publisher.publish(Catalogue.ACTIVITIES, "eve", Events.prospect("trial", "TRIAL_SIGN_UP", null, now), now);
            publisher.flush();
        }
        run();

        JsonNode differed = event("policy-shadow", 1);
        assertThat(differed.path("kind").asText()).isEqualTo("GAINED");
        assertThat(differed.path("leadId").asText()).isEqualTo("eve");
        assertThat(differed.path("challengerVersion").asText()).isEqualTo("mid-market-2");
        assertThat(differed.path("policyVersion").asText()).isEqualTo("mid-market-1");
        assertThat(differed.path("threshold").asText()).isEqualTo("65.0");
        assertThat(differed.path("challengerThreshold").asText()).isEqualTo("50.0");

        assertThat(elsewhere("policy", "publish", next, "--reason", "it did well")
                        .out())
                .contains("Published mid-market-2, in force from ");
        assertThat(elsewhere("policy", "publish", "--end-challenger").err())
                .contains("Expected a challenger to end, but none runs");
        run();
        JsonNode promoted = event("mql-promotions", 1);
        assertThat(promoted.path("policyVersion").asText()).isEqualTo("mid-market-2");
        assertThat(promoted.path("leadId").asText()).isEqualTo("eve");
        Commands replayed = command("replay");
        assertThat(replayed.exitCode()).as(replayed.out()).isZero();
    }

    private void run(String... further) {
        String[] all =
                Arrays.copyOf(new String[] {"run", "--http-port", "0", "--until-idle", "3s"}, 5 + further.length);
        System.arraycopy(further, 0, all, 5, further.length);
        Commands ran = command(all);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
    }

    private Path policy(String version, int threshold) throws IOException {
        return Files.writeString(
                directory.resolve(version + ".yaml"),
                Presets.text("mid-market")
                        .replaceFirst("(?m)^version: .*$", "version: " + version)
                        .replaceFirst("threshold: \\d+", "threshold: " + threshold));
    }

    /** The last of the first events of a topic. */
    private JsonNode event(String topic, int count) throws IOException {
        Commands tailed = elsewhere("tail", topic, "--from-beginning", "--json", "--limit", Integer.toString(count));
        return new ObjectMapper().readTree(tailed.lastLine()).path("event");
    }

    private Commands elsewhere(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 4);
        all[args.length] = "--bootstrap";
        all[args.length + 1] = cluster.bootstrapServers();
        all[args.length + 2] = "--registry";
        all[args.length + 3] = cluster.registryUrl();
        return command(all);
    }

    private EventPublisher publisher() {
        return new EventPublisher(
                new Connection(cluster.bootstrapServers(), cluster.registryUrl(), new TopicNames("revops."), Map.of()));
    }

    private void publishADemoRequest() {
        Instant now = Instant.now();
        try (EventPublisher publisher = new EventPublisher(new Connection(
                cluster.bootstrapServers(), cluster.registryUrl(), new TopicNames("revops."), Map.of()))) {
            publisher.publish(Catalogue.REPS, "inside-sales", Events.rep("dana", "Dana", now), now);
            publisher.publish(Catalogue.LEADS, "ada", Events.perfectFit("ada", now), now);
            publisher.publish(Catalogue.ACTIVITIES, "ada", Events.prospect("demo", "DEMO_REQUEST", null, now), now);
            publisher.flush();
        }
    }

    private void publishARow() throws IOException {
        Path mapping = directory.resolve("leads.yaml");
        Files.writeString(mapping, """
                mapping: leads
                source: test
                key: id
                occurredAt: {column: at, format: iso}
                events:
                  - event: captured
                    topic: leads
                    fields:
                      captured.how: {constant: FORM}
                      captured.attributes.email: mail
                """);
        Path rows = directory.resolve("leads.csv");
        Files.writeString(rows, "id,at,mail\nbob,2026-01-05T09:00:00Z,bob@bobs-boats.com\n");
        Commands published = command(
                "publish",
                rows.toString(),
                "--map",
                mapping.toString(),
                "--bootstrap",
                cluster.bootstrapServers(),
                "--registry",
                cluster.registryUrl());
        assertThat(published.exitCode()).as(published.err()).isZero();
    }

    private Commands command(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--data-dir";
        all[args.length + 1] = directory.toString();
        return Commands.run(new OneCluster(), all);
    }

    /** The one cluster of this test, whoever asks for one. */
    private final class OneCluster implements EmbeddedBroker, EmbeddedBroker.Running {

        @Override
        public Optional<Address> running(Path dataDirectory) {
            return Optional.empty();
        }

        @Override
        public Running start(Path dataDirectory) {
            return this;
        }

        @Override
        public Address address() {
            return new Address(cluster.bootstrapServers(), cluster.registryUrl());
        }

        @Override
        public void close() {
            // Goes on until the test ends.
        }
    }
}

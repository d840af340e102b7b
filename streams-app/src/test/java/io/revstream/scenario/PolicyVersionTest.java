package io.revstream.scenario;

import io.revstream.app.Topologies;
import io.revstream.policy.PolicyTimeline;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import io.revstream.stream.VirtualPipeline;
import io.revstream.stream.VirtualPipeline.Published;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every decision carries the version of the policy that made it. */
@Tag("GEN-01")
class PolicyVersionTest {

    private static final String FIELD = "policyVersion";

    @Test
    void everyOutputTopicHasAPlaceForTheVersion() {
        for (Topic topic : Catalogue.of(Topologies.ALL.toArray(String[]::new))) {
            if (topic.role() == Topic.Role.OUTPUT && !topic.equals(Catalogue.DEAD_LETTERS)) {
                Schema schema = SpecificData.get().getSchema(topic.value());
                assertThat(schema.getField(FIELD)).as(topic.name()).isNotNull();
            }
        }
    }

    @Test
    void everyDecisionOfEveryScenarioNamesThePolicyThatWasInForce() throws IOException {
        Set<String> topics = new TreeSet<>();
        Set<String> versions = new TreeSet<>();
        for (Path file : ScenarioFiles.in(ScenariosTest.SCENARIOS)) {
            ScenarioReading reading = ScenarioFiles.read(file);
            assertThat(reading.problems()).as(file.toString()).isEmpty();
            for (Scenario scenario : reading.scenarios()) {
                for (Decided one : decisions(scenario)) {
                    assertThat(one.version()).as(scenario.sentence()).isEqualTo(one.inForce());
                    topics.add(one.topic().name());
                    versions.add(one.version());
                }
            }
        }
        assertThat(topics)
                .contains(
                        "scores",
                        "lifecycle",
                        "mql-promotions",
                        "routing-assignments",
                        "sla-clocks",
                        "sla-breaches",
                        "deal-alerts");
        assertThat(versions).as("some scenarios change the policy").hasSizeGreaterThan(1);
    }

    /** A decision, with the version that it names and the one that held at its instant. */
    private record Decided(Topic topic, String version, String inForce) {}

    private static List<Decided> decisions(Scenario scenario) {
        List<Decided> decided = new ArrayList<>();
        PolicyTimeline[] policies = {PolicyTimeline.EMPTY.with(scenario.policy(), Instant.EPOCH)};
        VirtualPipeline pipeline =
                new VirtualPipeline(Hosting.all(), published -> decided.add(decided(published, policies[0])));
        pipeline.adopt(scenario.policy(), Instant.EPOCH);
        for (Step step : scenario.inputs()) {
            if (step instanceof Step.Adopt adopt) {
                pipeline.advanceTo(adopt.at());
                policies[0] = policies[0].with(adopt.policy(), adopt.at());
                pipeline.adopt(adopt.policy(), adopt.at());
            } else if (step instanceof Step.Send send) {
                pipeline.publish(send.topic(), send.key(), send.event(), send.at());
            }
        }
        pipeline.advanceTo(scenario.end().plusMillis(1));
        return decided;
    }

    private static Decided decided(Published published, PolicyTimeline policies) {
        SpecificRecordBase event = published.event();
        Instant decidedAt =
                (Instant) event.get(event.getSchema().getField("occurredAt").pos());
        return new Decided(
                published.topic(),
                (String) event.get(event.getSchema().getField(FIELD).pos()),
                policies.at(decidedAt).version());
    }
}

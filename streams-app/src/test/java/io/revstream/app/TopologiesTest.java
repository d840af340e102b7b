package io.revstream.app;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Hosted;
import io.revstream.stream.Shell;
import io.revstream.stream.TopicNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The topologies are as their golden descriptions say. A change of a store's or a topology's name is a change of a changelog topic's
 * name: state would be lost. When the change is meant, run with {@code -Dgolden.write=true} and review the difference.
 */
class TopologiesTest {

    static final List<String> TOPOLOGIES = Topologies.ALL;

    private static final Path GOLDEN = Path.of("src/test/resources/topologies");

    @ParameterizedTest
    @FieldSource("TOPOLOGIES")
    void aTopologyIsAsItsGoldenDescription(String name) throws IOException {
        String description = build(name).describe().toString();
        Path golden = GOLDEN.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, description);
        }
        assertThat(description).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @FieldSource("TOPOLOGIES")
    void aTopologyReadsWhatItsDeciderDecidesOnAndPolicyAndClock(String name) {
        Hosted<?> hosted = Topologies.hosted(name);
        Set<String> expected = hosted.reads().stream()
                .map(topic -> "revops." + topic.name())
                .collect(Collectors.toCollection(TreeSet::new));
        expected.add("revops.policy");
        expected.add("revops." + Catalogue.clock(name).name());
        Set<String> read = new TreeSet<>();
        nodes(name, TopologyDescription.Source.class).forEach(source -> read.addAll(source.topicSet()));
        assertThat(read).isEqualTo(expected);
    }

    @ParameterizedTest
    @FieldSource("TOPOLOGIES")
    void sinksAreNamedAfterTheTopicsOfTheCatalogue(String name) {
        Set<String> catalogue = Catalogue.of(Topologies.ALL.toArray(String[]::new)).stream()
                .map(topic -> "revops." + topic.name())
                .collect(Collectors.toSet());
        assertThat(nodes(name, TopologyDescription.Sink.class)).allSatisfy(sink -> {
            assertThat(catalogue).contains(sink.topic());
            assertThat("revops." + sink.name().substring("write-".length())).isEqualTo(sink.topic());
        });
    }

    private static <N> Set<N> nodes(String name, Class<N> type) {
        return build(name).describe().subtopologies().stream()
                .flatMap(sub -> sub.nodes().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .collect(Collectors.toSet());
    }

    private static Topology build(String name) {
        return Topologies.build(
                name,
                new Shell(
                        new TopicNames("revops."),
                        1,
                        new MockSchemaRegistryClient(),
                        Clock.systemUTC(),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(5),
                        new SimpleMeterRegistry()));
    }
}

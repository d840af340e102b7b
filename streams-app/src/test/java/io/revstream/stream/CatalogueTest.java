package io.revstream.stream;

import io.revstream.stream.Topic.Role;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the shell takes for granted of every event. */
class CatalogueTest {

    private static final List<String> UPSTREAM = List.of("eventId", "occurredAt", "source", "correlationId");
    private static final List<String> NO_DECISIONS = List.of("dead-letters");

    static List<Topic> inputs() {
        return Catalogue.of().stream().filter(t -> t.role() == Role.INPUT).toList();
    }

    static List<Topic> decisions() {
        return Catalogue.of().stream()
                .filter(t -> t.role() != Role.INPUT && !NO_DECISIONS.contains(t.name()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void anInputBeginsWithWhatTheEnvelopeReads(Topic topic) {
        assertThat(fields(topic)).startsWith(UPSTREAM.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionBeginsWithWhatTheShellStamps(Topic topic) {
        assertThat(fields(topic)).startsWith(Stamp.ENVELOPE);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionKeepsItsCauseAndPolicyForEver(Topic topic) {
        assertThat(topic.retention()).isNull();
    }

    private static List<String> fields(Topic topic) {
        return SpecificData.get().getSchema(topic.value()).getFields().stream()
                .map(Schema.Field::name)
                .toList();
    }
}

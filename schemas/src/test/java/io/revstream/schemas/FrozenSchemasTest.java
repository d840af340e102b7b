package io.revstream.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaParser;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Every schema can read what every released version of it wrote, and the other way round (FULL_TRANSITIVE). Released versions lie in
 * {@code frozen/<Event>/v<N>.avsc} and never change. To release a changed schema, run with {@code -Dfreeze=true}: it writes the next
 * version beside the others.
 */
class FrozenSchemasTest {

    private static final Path FROZEN = Path.of("frozen");

    /** FULL_TRANSITIVE of a schema registry: mutual reading against all versions. */
    private static final SchemaValidator FULL_TRANSITIVE =
            new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

    static List<Schema> events() throws IOException {
        try (Stream<Path> idl = Files.list(Path.of("src/main/avro"))) {
            return idl.map(FrozenSchemasTest::mainRecord)
                    .flatMap(Stream::ofNullable)
                    .sorted(Comparator.comparing(Schema::getName))
                    .toList();
        }
    }

    /** The record that a file of shared shapes does not have: the one that its {@code schema} line names. */
    private static Schema mainRecord(Path idl) {
        try {
            return Files.readAllLines(idl).stream()
                    .filter(line -> line.startsWith("schema "))
                    .map(line -> line.substring("schema ".length(), line.indexOf(';')))
                    .map(FrozenSchemasTest::generated)
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema generated(String name) {
        try {
            return SpecificData.get().getSchema(Class.forName("io.revstream.events." + name));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Expected a generated class for the schema " + name, e);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsCompatibleWithAllItsReleasedVersions(Schema event) throws IOException {
        List<Schema> released = released(event);
        if (Boolean.getBoolean("freeze") && !released.contains(event)) {
            Path next = FROZEN.resolve(event.getName()).resolve("v" + (released.size() + 1) + ".avsc");
            Files.createDirectories(next.getParent());
            Files.writeString(next, event.toString(true) + "\n");
            released = released(event);
        }
        assertThat(released).as("released versions of %s", event.getName()).isNotEmpty();
        List<Schema> versions = released;
        assertThatCode(() -> FULL_TRANSITIVE.validate(event, versions)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyFieldIsDocumented(Schema event) {
        List<String> bare = new ArrayList<>();
        collectBare(event, new ArrayList<>(), bare);
        assertThat(bare).isEmpty();
    }

    @Test
    void aNewMandatoryFieldWouldBeRefused() throws IOException {
        Schema event = events().get(0);
        Schema broken = SchemaBuilder.record(event.getName())
                .namespace(event.getNamespace())
                .fields()
                .requiredString("brandNew")
                .endRecord();
        assertThatThrownBy(() -> FULL_TRANSITIVE.validate(broken, released(event)))
                .isInstanceOf(SchemaValidationException.class);
    }

    private static List<Schema> released(Schema event) throws IOException {
        Path directory = FROZEN.resolve(event.getName());
        List<Schema> versions = new ArrayList<>();
        for (int v = 1; Files.exists(directory.resolve("v" + v + ".avsc")); v++) {
            versions.add(new SchemaParser()
                    .parse(directory.resolve("v" + v + ".avsc"))
                    .mainSchema());
        }
        return versions;
    }

    private static void collectBare(Schema schema, List<String> seen, List<String> bare) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.contains(schema.getFullName())) {
                    return;
                }
                seen.add(schema.getFullName());
                if (schema.getDoc() == null) {
                    bare.add(schema.getName());
                }
                for (Schema.Field field : schema.getFields()) {
                    if (field.doc() == null) {
                        bare.add(schema.getName() + "." + field.name());
                    }
                    collectBare(field.schema(), seen, bare);
                }
            }
            case UNION -> schema.getTypes().forEach(type -> collectBare(type, seen, bare));
            case ARRAY -> collectBare(schema.getElementType(), seen, bare);
            case MAP -> collectBare(schema.getValueType(), seen, bare);
            default -> {
                // Neither record nor container of records.
            }
        }
    }
}

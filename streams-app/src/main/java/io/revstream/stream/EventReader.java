package io.revstream.stream;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Reads events in the wire format into the generated classes, whatever version of the schema wrote them. One for each thread.
 *
 * <p>A registry that cannot be reached is not the record's fault: that stops the reading with an {@link UncheckedIOException}.
 */
public final class EventReader {

    private final SchemaRegistryClient registry;
    private final Map<ReaderKey, SpecificDatumReader<SpecificRecordBase>> readers = new HashMap<>();
    private BinaryDecoder decoder;

    public EventReader(SchemaRegistryClient registry) {
        this.registry = registry;
    }

    private record ReaderKey(int schemaId, Class<?> type) {}

    /** Reads an event of a topic; see {@link DeadLetterCode} for what it may be refused for. */
    SpecificRecordBase read(Topic topic, byte[] bytes) throws Refused {
        if (bytes == null || bytes.length == 0) {
            throw new Refused(DeadLetterCode.EMPTY_VALUE, "Expected a value, but the record has none");
        }
        SpecificDatumReader<SpecificRecordBase> reader = reader(topic, WireFormat.schemaId(bytes));
        try {
            decoder = DecoderFactory.get()
                    .binaryDecoder(bytes, WireFormat.HEADER, bytes.length - WireFormat.HEADER, decoder);
            SpecificRecordBase event = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new Refused(
                        DeadLetterCode.UNDECODABLE,
                        "Expected the value to end after the event, but bytes are left over");
            }
            return event;
        } catch (IOException | RuntimeException e) {
            throw new Refused(
                    DeadLetterCode.UNDECODABLE,
                    "Expected " + topic.value().getSimpleName() + " as its schema says, but the bytes do not match: "
                            + e);
        }
    }

    /**
     * What came of reading.
     *
     * @param event null when it could not be read
     * @param problem null when it could be read
     */
    public record Reading(SpecificRecordBase event, String problem) {}

    /** Reads an event for somebody who only looks on. */
    public Reading tryRead(Topic topic, byte[] bytes) {
        try {
            return new Reading(read(topic, bytes), null);
        } catch (Refused refused) {
            return new Reading(null, refused.code() + ": " + refused.getMessage());
        }
    }

    private SpecificDatumReader<SpecificRecordBase> reader(Topic topic, int schemaId) throws Refused {
        ReaderKey key = new ReaderKey(schemaId, topic.value());
        SpecificDatumReader<SpecificRecordBase> reader = readers.get(key);
        if (reader == null) {
            Schema expected = SpecificData.get().getSchema(topic.value());
            reader = new SpecificDatumReader<>(writerSchema(topic, schemaId, expected), expected);
            readers.put(key, reader);
        }
        return reader;
    }

    private Schema writerSchema(Topic topic, int schemaId, Schema expected) throws Refused {
        Schema written = fetch(schemaId);
        if (!written.getFullName().equals(expected.getFullName())) {
            throw new Refused(
                    DeadLetterCode.WRONG_TYPE,
                    "Expected " + expected.getName() + " on " + topic.name() + ", but schema " + schemaId + " is "
                            + written.getFullName());
        }
        var compatibility = SchemaCompatibility.checkReaderWriterCompatibility(expected, written);
        if (compatibility.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw new Refused(
                    DeadLetterCode.WRONG_TYPE,
                    "Expected a schema that " + expected.getName() + " can be read from, but schema " + schemaId
                            + " is not: " + compatibility.getResult().getIncompatibilities());
        }
        return written;
    }

    private Schema fetch(int schemaId) throws Refused {
        try {
            if (registry.getSchemaById(schemaId) instanceof AvroSchema avro) {
                return avro.rawSchema();
            }
            throw new Refused(
                    DeadLetterCode.WRONG_TYPE,
                    "Expected an Avro schema, but schema " + schemaId + " is of another kind");
        } catch (RestClientException e) {
            if (e.getStatus() == 404) {
                throw new Refused(
                        DeadLetterCode.UNKNOWN_SCHEMA,
                        "Expected a schema that the registry knows, but it has no schema " + schemaId);
            }
            throw new UncheckedIOException(new IOException("Schema registry failed for schema " + schemaId, e));
        } catch (IOException e) {
            throw new UncheckedIOException("Schema registry cannot be reached for schema " + schemaId, e);
        }
    }
}

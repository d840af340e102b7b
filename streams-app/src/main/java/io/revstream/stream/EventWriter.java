package io.revstream.stream;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;

/** Writes events in the wire format, under the subject {@code <topic>-value}. One for each thread. */
public final class EventWriter {

    private final SchemaRegistryClient registry;
    private final TopicNames names;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Schema, SpecificDatumWriter<SpecificRecordBase>> writers = new HashMap<>();
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1024);
    private BinaryEncoder encoder;

    public EventWriter(SchemaRegistryClient registry, TopicNames names) {
        this.registry = registry;
        this.names = names;
    }

    /**
     * Encodes an event.
     *
     * @throws RuntimeException of Avro when the event breaks its schema
     * @throws UncheckedIOException when the registry cannot be reached or refuses the schema
     */
    public byte[] write(Topic topic, SpecificRecordBase event) {
        int id = ids.computeIfAbsent(topic.name(), name -> register(topic, event.getSchema()));
        buffer.reset();
        buffer.write(WireFormat.MAGIC);
        buffer.write(id >>> 24);
        buffer.write(id >>> 16);
        buffer.write(id >>> 8);
        buffer.write(id);
        try {
            encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
            writers.computeIfAbsent(event.getSchema(), schema -> new SpecificDatumWriter<>(schema))
                    .write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return buffer.toByteArray();
    }

    private int register(Topic topic, Schema schema) {
        String subject = names.of(topic) + "-value";
        try {
            return registry.register(subject, new AvroSchema(schema));
        } catch (RestClientException e) {
            throw new UncheckedIOException(new IOException(
                    "Expected the schema registry to accept " + schema.getFullName() + " as " + subject
                            + ", but it refused",
                    e));
        } catch (IOException e) {
            throw new UncheckedIOException("Schema registry cannot be reached to register " + subject, e);
        }
    }
}

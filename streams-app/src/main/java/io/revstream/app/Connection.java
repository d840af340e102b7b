package io.revstream.app;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.revstream.stream.TopicNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * How to reach the broker and the registry.
 *
 * @param bootstrap bootstrap servers
 * @param registryUrl URL of a schema registry that speaks Confluent's protocol
 * @param names names of the topics
 * @param clientSettings further settings of every Kafka client (security); may hold secrets and is never logged
 */
public record Connection(String bootstrap, String registryUrl, TopicNames names, Map<String, String> clientSettings) {

    private static final int CACHED_SCHEMAS = 1000;

    /** Settings of a Kafka client. */
    public Properties client() {
        Properties properties = new Properties();
        properties.putAll(clientSettings);
        properties.put("bootstrap.servers", bootstrap);
        return properties;
    }

    /** A client of the registry; credentials are those of {@code schema.registry.*} settings. */
    public SchemaRegistryClient registry() {
        Map<String, Object> settings = new HashMap<>();
        clientSettings.forEach((name, value) -> {
            if (name.startsWith("schema.registry.")) {
                settings.put(name, value);
            }
        });
        return new CachedSchemaRegistryClient(
                List.of(registryUrl), CACHED_SCHEMAS, List.of(new AvroSchemaProvider()), settings);
    }

    @Override
    public String toString() {
        return "Connection[bootstrap=" + bootstrap + ", registry=" + registryUrl + ", prefix=" + names.prefix() + "]";
    }
}

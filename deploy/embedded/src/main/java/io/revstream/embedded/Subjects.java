package io.revstream.embedded;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.ParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.SimpleParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.entities.Config;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SubjectVersion;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Subjects, their schemas and their compatibility, held by the genuine client's own mock and made durable by the log.
 * Refusals carry the status and error code that Confluent's registry gives.
 */
final class Subjects implements AutoCloseable {

    private final MockSchemaRegistryClient schemas = new MockSchemaRegistryClient();
    private final SchemaLog log;

    Subjects(SchemaLog log) throws IOException, RestClientException {
        this.log = log;
        for (SchemaLog.Entry entry : log.entries()) {
            replay(entry);
        }
    }

    private void replay(SchemaLog.Entry entry) throws IOException, RestClientException {
        if (entry.schema() == null) {
            schemas.updateConfig(entry.subject(), new Config(entry.compatibility()));
            return;
        }
        int id = schemas.register(
                entry.subject(), parsed(new Schema(entry.subject(), 0, 0, null, null, entry.schema())));
        if (id != entry.id()) {
            throw new IOException("Expected id " + entry.id() + " for " + entry.subject() + ", but replaying gave " + id
                    + ": the schema log was edited");
        }
    }

    synchronized Collection<String> all() throws IOException, RestClientException {
        return new TreeSet<>(schemas.getAllSubjects());
    }

    synchronized List<Integer> versions(String subject) throws IOException, RestClientException {
        List<Integer> versions = all().contains(subject) ? schemas.getAllVersions(subject) : List.of();
        if (versions.isEmpty()) {
            throw new RestClientException("Subject '" + subject + "' not found.", 404, 40401);
        }
        return versions;
    }

    /** A version by number, or by the word {@code latest}. */
    synchronized Schema version(String subject, String version) throws IOException, RestClientException {
        List<Integer> versions = versions(subject);
        int number = version.equals("latest") ? versions.get(versions.size() - 1) : versionNumber(version);
        if (!versions.contains(number)) {
            throw new RestClientException("Version " + number + " not found.", 404, 40402);
        }
        return new Schema(subject, schemas.getSchemaMetadata(subject, number));
    }

    synchronized ParsedSchema byId(int id) throws IOException, RestClientException {
        try {
            return schemas.getSchemaById(id);
        } catch (RestClientException e) {
            throw new RestClientException("Schema " + id + " not found", 404, 40403);
        }
    }

    synchronized Collection<SubjectVersion> usesOf(int id) throws IOException, RestClientException {
        byId(id);
        List<SubjectVersion> uses = new ArrayList<>();
        for (String subject : all()) {
            for (int version : versions(subject)) {
                if (schemas.getSchemaMetadata(subject, version).getId() == id) {
                    uses.add(new SubjectVersion(subject, version));
                }
            }
        }
        return uses;
    }

    synchronized Schema lookUp(Schema asked) throws IOException, RestClientException {
        versions(asked.getSubject());
        return find(asked).orElseThrow(() -> new RestClientException("Schema not found", 404, 40403));
    }

    /** Registers a schema, or finds it when it is there already: registering twice is the same as once. */
    synchronized int register(Schema asked) throws IOException, RestClientException {
        ParsedSchema schema = parsed(asked);
        Optional<Schema> known = all().contains(asked.getSubject()) ? find(asked) : Optional.empty();
        if (known.isPresent()) {
            return known.get().getId();
        }
        List<String> objections = objections(asked, holders(asked.getSubject()));
        if (!objections.isEmpty()) {
            throw new RestClientException(
                    "Schema being registered is incompatible with an earlier schema for subject \"" + asked.getSubject()
                            + "\", details: " + objections,
                    409,
                    409);
        }
        int id = schemas.register(asked.getSubject(), schema);
        log.append(SchemaLog.Entry.registered(asked.getSubject(), schema.canonicalString(), id));
        return id;
    }

    /** Why the schema may not follow all versions of its subject (as its level says); empty when it may. */
    synchronized List<String> objections(Schema asked) throws IOException, RestClientException {
        return objections(asked, holders(asked.getSubject()));
    }

    /** Why the schema may not follow one version. */
    synchronized List<String> objections(Schema asked, String version) throws IOException, RestClientException {
        Schema former = version(asked.getSubject(), version);
        return objections(asked, List.of(new SimpleParsedSchemaHolder(parsed(former))));
    }

    private List<String> objections(Schema asked, List<ParsedSchemaHolder> former)
            throws IOException, RestClientException {
        return parsed(asked).isCompatible(CompatibilityLevel.forName(effectiveLevel(asked.getSubject())), former);
    }

    synchronized String level(String subject) throws IOException, RestClientException {
        try {
            return schemas.getConfig(subject).getCompatibilityLevel();
        } catch (RestClientException e) {
            throw new RestClientException(
                    "Subject '" + subject + "' does not have subject-level compatibility configured", 404, 40408);
        }
    }

    synchronized String effectiveLevel(String subject) throws IOException, RestClientException {
        try {
            return level(subject);
        } catch (RestClientException e) {
            return level(null);
        }
    }

    /** Sets the level of a subject, or the global one for null. */
    synchronized void level(String subject, String level) throws IOException, RestClientException {
        if (level == null || CompatibilityLevel.forName(level) == null) {
            throw new RestClientException(
                    "Invalid compatibility level. Valid values are none, backward, forward, full,"
                            + " backward_transitive, forward_transitive, and full_transitive",
                    422,
                    42203);
        }
        schemas.updateConfig(subject, new Config(level));
        log.append(SchemaLog.Entry.configured(subject, level));
    }

    @Override
    public synchronized void close() throws IOException {
        log.close();
    }

    private Optional<Schema> find(Schema asked) throws IOException, RestClientException {
        try {
            ParsedSchema schema = parsed(asked);
            schemas.getId(asked.getSubject(), schema); // says 404 for an unknown schema, where getVersion fails
            int version = schemas.getVersion(asked.getSubject(), schema);
            return Optional.of(new Schema(asked.getSubject(), schemas.getSchemaMetadata(asked.getSubject(), version)));
        } catch (RestClientException e) {
            if (e.getStatus() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private List<ParsedSchemaHolder> holders(String subject) throws IOException, RestClientException {
        List<ParsedSchemaHolder> holders = new ArrayList<>();
        if (all().contains(subject)) {
            for (int version : versions(subject)) {
                holders.add(new SimpleParsedSchemaHolder(parsed(version(subject, Integer.toString(version)))));
            }
        }
        return holders;
    }

    private ParsedSchema parsed(Schema asked) throws RestClientException {
        return Optional.ofNullable(asked.getSchema())
                .flatMap(text -> schemas.parseSchema(asked))
                .orElseThrow(() -> new RestClientException("Invalid schema " + asked.getSchema(), 422, 42201));
    }

    private static int versionNumber(String version) throws RestClientException {
        try {
            int number = Integer.parseInt(version);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number that no version can have.
        }
        throw new RestClientException(
                "The specified version '" + version + "' is not a valid version id. Allowed values are"
                        + " between [1, 2^31-1] and the string \"latest\"",
                422,
                42202);
    }
}

package io.revstream.app.publish.mapping;

import io.revstream.document.DidYouMean;
import io.revstream.stream.Topic;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A mapping file, loaded and checked.
 *
 * @param name its name: a part of every event id
 * @param file the file it was read from, for messages
 * @param separator between the columns of CSV files; null for the usual one
 * @param blanks texts that mean blank
 * @param trim whether white space around a text is taken off
 * @param columns the columns that it reads, by name, with their places
 * @param events kinds of events that a row gives, in order
 */
public record Mapping(
        String name,
        String file,
        Character separator,
        Set<String> blanks,
        boolean trim,
        List<ColumnUse> columns,
        List<EventMapping> events) {

    /**
     * A place of the mapping that reads a column.
     *
     * @param place {@code file:line:column} in the mapping
     */
    public record ColumnUse(String column, String place) {}

    /**
     * Loads a mapping.
     *
     * @param topic topic of events that name none; null when each must name one
     * @param now end of periods that end now
     * @throws MappingException with everything that is wrong with it
     */
    public static Mapping load(Path file, Topic topic, Instant now) throws IOException, MappingException {
        try {
            return read(Files.readString(file), file.toString(), topic, now);
        } catch (CharacterCodingException e) {
            throw new MappingException(List.of(file + ": Expected UTF-8, but found other bytes"));
        }
    }

    /** As {@link #load}, from a text. */
    static Mapping read(String yaml, String file, Topic topic, Instant now) throws MappingException {
        return new MappingReader(file, topic, now).read(yaml);
    }

    /** Topics that it publishes to. */
    public Set<String> topics() {
        Set<String> topics = new TreeSet<>();
        events.forEach(event -> topics.add(event.topic().name()));
        return topics;
    }

    /**
     * Compares the columns that the mapping reads with those of a file.
     *
     * @return a sentence for each column that the file lacks
     */
    public List<String> missingFrom(String rowFile, List<String> present) {
        List<String> missing = new ArrayList<>();
        for (ColumnUse use : columns) {
            if (!present.contains(use.column())) {
                missing.add("%s: Expected column `%s` in %s, but it has none of that name%s"
                        .formatted(use.place(), use.column(), rowFile, DidYouMean.question(use.column(), present)));
            }
        }
        return missing;
    }
}

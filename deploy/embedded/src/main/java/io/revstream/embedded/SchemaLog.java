package io.revstream.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What the registry was told, one JSON object a line, in order. Ids are given in that order, so reading it again gives the same ids.
 * A line is on disk before its id is answered: records carry the id.
 */
final class SchemaLog implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A schema was registered (with the id that it got), or a compatibility level was set; a null subject is the global level. */
    record Entry(String subject, String schema, Integer id, String compatibility) {

        static Entry registered(String subject, String schema, int id) {
            return new Entry(subject, schema, id, null);
        }

        static Entry configured(String subject, String compatibility) {
            return new Entry(subject, null, null, compatibility);
        }
    }

    private final Path file;
    private final FileChannel channel;

    private SchemaLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static SchemaLog open(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve("schemas.jsonl");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        SchemaLog log = new SchemaLog(file, channel);
        log.dropUnfinishedLine();
        return log;
    }

    /** A process that is killed while writing leaves half a line; its id was never answered. */
    private void dropUnfinishedLine() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        channel.truncate(end);
        channel.position(end);
    }

    List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            try {
                entries.add(JSON.readValue(line, Entry.class));
            } catch (JsonProcessingException e) {
                throw new IOException(
                        "Expected one JSON object, but found something else at " + file + ":" + (entries.size() + 1),
                        e);
            }
        }
        return entries;
    }

    void append(Entry entry) throws IOException {
        ByteBuffer line = StandardCharsets.UTF_8.encode(JSON.writeValueAsString(entry) + "\n");
        while (line.hasRemaining()) {
            channel.write(line);
        }
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

package io.revstream.standalone.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a demo keeps its data.
 *
 * @param temporary true when it is deleted at the end
 */
record DemoDirectory(Path path, boolean temporary) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DemoDirectory.class);

    /** The directory named, or a temporary one for null. */
    static DemoDirectory of(Path named) throws IOException {
        return named == null
                ? new DemoDirectory(Files.createTempDirectory("revstream-demo-"), true)
                : new DemoDirectory(named, false);
    }

    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.warn("Expected to delete {}, but: {}", path, e.toString());
        }
    }
}

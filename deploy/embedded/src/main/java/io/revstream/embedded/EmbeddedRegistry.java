package io.revstream.embedded;

import com.sun.net.httpserver.HttpServer;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A schema registry in this JVM, on loopback, with the paths, status codes and error codes of Confluent's API. What was registered
 * survives: starting again on the same directory gives the same ids, because the records in Kafka carry them.
 */
public final class EmbeddedRegistry implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final Subjects subjects;

    private EmbeddedRegistry(HttpServer server, ExecutorService threads, Subjects subjects) {
        this.server = server;
        this.threads = threads;
        this.subjects = subjects;
    }

    /** Starts on a free port. */
    public static EmbeddedRegistry start(Path directory) {
        return start(directory, 0);
    }

    /**
     * Starts a registry.
     *
     * @param directory where its schemas live; created when missing
     * @param port 0 picks a free one
     */
    public static EmbeddedRegistry start(Path directory, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(LoopbackPort.ADDRESS, port), 0);
            Subjects subjects = new Subjects(SchemaLog.open(directory));
            ExecutorService threads = Executors.newFixedThreadPool(4, EmbeddedRegistry::thread);
            server.createContext("/", new RegistryApi(subjects));
            server.setExecutor(threads);
            server.start();
            return new EmbeddedRegistry(server, threads, subjects);
        } catch (IOException | RestClientException e) {
            throw new UncheckedIOException(
                    "Expected a schema registry on " + LoopbackPort.HOST + ":" + port + " with its data in " + directory
                            + ", but: " + e.getMessage(),
                    e instanceof IOException io ? io : new IOException(e));
        }
    }

    /** What clients connect to. */
    public String url() {
        return "http://" + LoopbackPort.HOST + ":" + port();
    }

    /** The port of {@link #url()}. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
        try {
            subjects.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "embedded-registry");
        thread.setDaemon(true);
        return thread;
    }
}

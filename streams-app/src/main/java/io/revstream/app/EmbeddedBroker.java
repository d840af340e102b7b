package io.revstream.app;

import java.nio.file.Path;
import java.util.Optional;

/** The broker and registry that a program may bring along. This module has none: programs that bring one hand it to the command line. */
public interface EmbeddedBroker {

    /** Of a program that brings none. */
    EmbeddedBroker NONE = new EmbeddedBroker() {
        @Override
        public Optional<Address> running(Path dataDirectory) {
            return Optional.empty();
        }

        @Override
        public Running start(Path dataDirectory) {
            throw new CannotStart(
                    "Expected --bootstrap and --registry, but found none, and this program has no broker of its own");
        }
    };

    /** Where a broker and its registry serve. */
    record Address(String bootstrap, String registryUrl) {}

    /** A broker that runs in this process until it is closed. */
    interface Running extends AutoCloseable {
        Address address();

        @Override
        void close();
    }

    /** Where the broker of a data directory serves, when one is running, in this process or another. */
    Optional<Address> running(Path dataDirectory);

    /**
     * Starts a broker on a data directory, and returns when it serves.
     *
     * @throws RuntimeException when another process runs one on it
     */
    Running start(Path dataDirectory);
}

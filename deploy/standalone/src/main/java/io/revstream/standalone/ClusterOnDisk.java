package io.revstream.standalone;

import io.revstream.app.EmbeddedBroker;
import io.revstream.embedded.EmbeddedCluster;
import java.nio.file.Path;
import java.util.Optional;

/** The broker and registry of a data directory. */
final class ClusterOnDisk implements EmbeddedBroker {

    @Override
    public Optional<Address> running(Path dataDirectory) {
        return EmbeddedCluster.running(dataDirectory)
                .map(serving -> new Address(serving.bootstrapServers(), serving.registryUrl()));
    }

    @Override
    public Running start(Path dataDirectory) {
        return new Started(EmbeddedCluster.start(dataDirectory));
    }

    /** One that was started here. */
    private record Started(EmbeddedCluster cluster) implements Running {

        @Override
        public Address address() {
            return new Address(cluster.bootstrapServers(), cluster.registryUrl());
        }

        @Override
        public void close() {
            cluster.close();
        }
    }
}

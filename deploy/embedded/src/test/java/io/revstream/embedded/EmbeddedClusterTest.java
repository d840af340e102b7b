package io.revstream.embedded;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedClusterTest {

    @TempDir
    Path directory;

    @Test
    void aRestartUsesTheSamePorts() {
        String kafka;
        String registry;
        try (EmbeddedCluster cluster = EmbeddedCluster.start(directory)) {
            kafka = cluster.bootstrapServers();
            registry = cluster.registryUrl();
        }
        try (EmbeddedCluster cluster = EmbeddedCluster.start(directory)) {
            assertThat(cluster.bootstrapServers()).isEqualTo(kafka);
            assertThat(cluster.registryUrl()).isEqualTo(registry);
        }
    }

    @Test
    void twoCannotShareADirectory() {
        try (EmbeddedCluster first = EmbeddedCluster.start(directory)) {
            assertThat(first.bootstrapServers()).isNotBlank();
            assertThatThrownBy(() -> EmbeddedCluster.start(directory))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another revstream is running on it");
        }
    }
}

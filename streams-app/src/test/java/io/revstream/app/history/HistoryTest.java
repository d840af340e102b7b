package io.revstream.app.history;

import io.revstream.app.publish.CannotStartException;
import io.revstream.app.publish.mapping.MappingException;
import io.revstream.events.MqlPromoted;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.Presets;
import io.revstream.stream.Catalogue;
import io.revstream.stream.VirtualPipeline.Published;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void filesAreMergedByTimeThenByTheOrderInWhichTheyAreNamed() throws Exception {
        History history = read(
                file(
                        "leads.csv",
                        "id,mail,at\nann,ann@acme.com,2026-10-05T09:00:00Z\nbob,bob@acme.com,2026-10-01T09:00:00Z\n"),
                leads(),
                file("visits.csv", "id,page,at\nbob,pricing,2026-10-05T09:00:00Z\nann,blog,2026-10-03T09:00:00Z\n"),
                visits());

        assertThat(history.events())
                .extracting(event -> event.topic().name() + " " + event.key())
                .containsExactly("leads bob", "activities ann", "leads ann", "activities bob");
        assertThat(history.from()).isEqualTo("2026-10-01T09:00:00Z");
        assertThat(history.to()).isEqualTo("2026-10-05T09:00:00Z");
        assertThat(history.before(Instant.parse("2026-10-05T09:00:00Z")).events())
                .hasSize(2);
    }

    @Test
    void rowsThatDoNotFitAreLeftOutAndTold() throws Exception {
        History history = read(
                file("leads.csv", "id,mail,at\nann,ann@acme.com,yesterday\nbob,bob@acme.com,2026-10-01T09:00:00Z\n"),
                leads());

        assertThat(history.events()).hasSize(1);
        assertThat(history.left()).isEqualTo(1);
        assertThat(history.problems()).singleElement().asString().contains("leads.csv:2: ", "yesterday");
    }

    @Test
    void aFileWithoutTheMappingsColumnsCannotBeRead() {
        assertThatThrownBy(() -> read(file("leads.csv", "id,mail\nann,ann@acme.com\n"), leads()))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("Expected column `at`");
    }

    @Test
    void aRunDecidesAtTheInstantsOfTheHistory() throws Exception {
        History history = read(
                file("leads.csv", "id,mail,at\nann,ann@acme.com,2026-10-01T09:00:00Z\n"),
                leads(),
                file("visits.csv", "id,page,at\nann,pricing,2026-10-02T09:00:00Z\nann,pricing,2026-10-09T09:00:00Z\n"),
                visits());
        List<Published> published = new ArrayList<>();

        HistoryRun run = HistoryRun.of(history, policy(), List.of("lead"), published::add);

        assertThat(run.events()).isEqualTo(3);
        assertThat(run.outputs()).isEqualTo(published.size()).isPositive();
        assertThat(run.refused()).isZero();
        assertThat(run.eventsPerSecond()).isPositive();
        assertThat(run.cpuMicrosPerEvent()).isPositive();
        assertThat(published)
                .filteredOn(one -> one.topic().equals(Catalogue.SCORES))
                .extracting(Published::at)
                .contains(Instant.parse("2026-10-01T09:00:00Z"), Instant.parse("2026-10-02T09:00:00Z"));
        assertThat(published).noneMatch(one -> one.event() instanceof MqlPromoted);
    }

    @Test
    void timeMayRunOnAfterTheLastEvent() throws Exception {
        History history = read(
                file("leads.csv", "id,mail,at\nann,ann@acme.com,2026-10-01T09:00:00Z\n"),
                leads(),
                file("visits.csv", "id,page,at\nann,pricing,2026-10-02T09:00:00Z\n"),
                visits());
        List<Published> published = new ArrayList<>();

        HistoryRun.of(history, policy(), List.of("lead"), Instant.parse("2026-10-10T00:00:00Z"), published::add);

        assertThat(published)
                .filteredOn(one -> one.topic().equals(Catalogue.SCORES))
                .extracting(Published::at)
                .as("the pricing page decays a week after the visit")
                .contains(Instant.parse("2026-10-09T09:00:00Z"));
    }

    private static Policy policy() {
        return PolicyReader.read("mid-market", Presets.text("mid-market")).policy();
    }

    private History read(Path... filesAndMappings) throws CannotStartException, MappingException, IOException {
        List<HistoryFile> files = new ArrayList<>();
        for (int i = 0; i < filesAndMappings.length; i += 2) {
            files.add(new HistoryFile(filesAndMappings[i].toString(), filesAndMappings[i + 1], null));
        }
        return HistoryFiles.read(files, NOW, InputStream.nullInputStream());
    }

    private Path leads() throws IOException {
        return file("leads.yaml", """
                mapping: leads
                key: id
                occurredAt: at
                events:
                  - event: captured
                    topic: leads
                    fields:
                      captured.how: {constant: FORM}
                      captured.attributes.email: mail
                """);
    }

    private Path visits() throws IOException {
        return file("visits.yaml", """
                mapping: visits
                key: id
                occurredAt: at
                events:
                  - event: visit
                    topic: activities
                    fields:
                      kind: {constant: PAGE_VIEW}
                      asset: page
                """);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}

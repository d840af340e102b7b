package io.revstream.app.cli;

import io.revstream.app.publish.MemorySink;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class PublishCommandTest {

    private static final String MAPPING = """
            mapping: people
            source: test
            key: id
            occurredAt: at
            events:
              - event: captured
                topic: leads
                fields:
                  captured.attributes.email: email
                  captured.attributes.employees: size
            """;
    private static final String HEADER = "id,at,email,size\n";
    private static final String ADA = "1,2026-10-01,ada@example.com,10\n";

    @TempDir
    private Path folder;

    private final MemorySink sink = new MemorySink();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String standardInput = "";

    @BeforeEach
    void writeMapping() throws Exception {
        Files.writeString(folder.resolve("people.yaml"), MAPPING);
    }

    @Test
    void publishesAllRowsAndExitsWithZero() throws Exception {
        int exit = publish(file("people.csv", HEADER + ADA));

        assertThat(exit).isZero();
        assertThat(sink.publications()).hasSize(1);
        assertThat(out.toString()).contains("1 rows = 1 published + 0 rejected", "leads", "1 events");
    }

    @Test
    void exitsWithTwoWhenRowsAreRejectedAndKeepsThemAll() throws Exception {
        Path rejects = folder.resolve("rejects.jsonl");

        int exit = publish(
                file("people.csv", HEADER + ADA + "2,2026-10-01,x@example.com,many\n"),
                "--rejects",
                rejects.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(sink.publications()).hasSize(1);
        assertThat(out.toString())
                .contains(
                        "2 rows = 1 published + 1 rejected", "people.csv:3: column \"size\": Expected a whole number");
        assertThat(Files.readString(rejects))
                .contains("\"line\":3", "\"original\":\"2,2026-10-01,x@example.com,many\"");
    }

    @Test
    void keepsRejectedRowsAsCsv() throws Exception {
        Path rejects = folder.resolve("rejects.csv");

        publish(
                file("people.csv", HEADER + "2,2026-10-01,x@example.com,\"ma\nny\"\n"),
                "--rejects",
                rejects.toString());

        assertThat(Files.readString(rejects))
                .startsWith("file,line,reason,original\n")
                .contains(
                        "but found \"\"ma\\nny\"\"",
                        "people.csv\",2,",
                        "\"2,2026-10-01,x@example.com,\"\"ma\nny\"\"\"");
    }

    @Test
    void printsOneJsonObjectAsItsOnlyLine() throws Exception {
        publish(file("people.csv", HEADER + ADA), "--json");

        assertThat(out.toString().strip())
                .isEqualTo("{\"rows\":1,\"published\":1,\"rejected\":0,\"rowsWithoutEvent\":0,\"events\":{\"leads\":1},"
                        + "\"dryRun\":false,\"firstRejected\":[],\"stopped\":null}");
    }

    @Test
    void validatesWithoutASinkOnADryRun() throws Exception {
        sink.refuseToOpen();

        int exit = publish(file("people.csv", HEADER + ADA), "--dry-run");

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("1 rows = 1 valid (dry run: nothing is sent) + 0 rejected");
    }

    @Test
    void exitsWithOneWhenTheSinkCannotBeOpened() throws Exception {
        sink.refuseToOpen();

        assertThat(publish(file("people.csv", HEADER + ADA))).isEqualTo(1);
        assertThat(err.toString()).contains("Expected a broker, but there is none");
    }

    @Test
    void exitsWithOneAndTellsTheLineWhenTheSinkBreaks() throws Exception {
        sink.breakAfter(1);

        int exit = publish(file("people.csv", HEADER + ADA + ADA.replace("1,", "2,")));

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).contains("people.csv:3: Expected the broker to take the event, but it is gone");
    }

    @Test
    void tellsEverythingThatKeepsItFromStarting() throws Exception {
        String columns = file("people.csv", "id,at,mail,size\n" + ADA);

        int exit = publish(columns, folder.resolve("none.csv").toString(), folder.toString(), "-", "--json");

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString())
                .contains("people.yaml:9:34: Expected column `email` in " + columns
                        + ", but it has none of that name: did you mean \"mail\"?")
                .contains("none.csv: Expected a readable file, but there is none")
                .contains("-: Expected --format csv or jsonl");
        assertThat(out.toString()).startsWith("{\"errors\":[");
        assertThat(sink.publications()).isEmpty();
    }

    @Test
    void exitsWithOneWhenTheMappingIsWrong() throws Exception {
        Files.writeString(folder.resolve("people.yaml"), MAPPING.replace("email: email", "emial: email"));

        assertThat(publish(file("people.csv", HEADER + ADA))).isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "people.yaml:9:7: error: Expected a field of LeadAttributes",
                        "did you mean \"captured.attributes.email\"?");
    }

    @Test
    void exitsWithOneOnAnUnknownOption() throws Exception {
        assertThat(publish(file("people.csv", HEADER + ADA), "--baxfill")).isEqualTo(1);
    }

    @Test
    void exitsWithOneWhenTheTopicIsNoneOfTheMapping() throws Exception {
        assertThat(publish(file("people.csv", HEADER + ADA), "--topic", "deals"))
                .isEqualTo(1);
        assertThat(publish(file("people.csv", HEADER + ADA), "--topic", "lead")).isEqualTo(1);
        assertThat(publish(file("people.csv", HEADER + ADA), "--topic", "policy"))
                .isEqualTo(1);

        assertThat(err.toString())
                .contains("Expected events for --topic deals, but the mapping publishes to leads")
                .contains("but found \"lead\": did you mean \"leads\"?")
                .contains("but found \"policy\"");
    }

    @Test
    void neverEmptiesTheFileThatItIsToPublish() throws Exception {
        String people = file("people.csv", HEADER + ADA);

        assertThat(publish(people, "--rejects", people)).isEqualTo(1);
        assertThat(Files.readString(Path.of(people))).isEqualTo(HEADER + ADA);
    }

    @Test
    void readsStandardInputAndMarksHistory() {
        standardInput = "{\"id\":1,\"at\":\"2026-10-01\",\"email\":\"ada@example.com\",\"size\":10}\n";

        assertThat(publish("-", "--format", "jsonl", "--backfill")).isZero();
        assertThat(sink.publications().get(0).event().get("backfill")).isEqualTo(true);
    }

    @Test
    void readsNoMoreRowsThanAskedFor() throws Exception {
        assertThat(publish(file("people.csv", HEADER + ADA + ADA.replace("1,", "2,")), "--limit", "1"))
                .isZero();

        assertThat(sink.publications()).hasSize(1);
    }

    @Test
    void theExampleOfTheDocumentationRunsAsItSays() throws Exception {
        Path root = Path.of("").toAbsolutePath().endsWith("streams-app") ? Path.of("..") : Path.of("");
        String[] blocks = Files.readString(root.resolve("docs/publish.md")).split("```[a-z]*\n");
        Files.writeString(folder.resolve("people.yaml"), blocks[5]);
        String trials = file("trials.csv", blocks[3]);

        assertThat(publish(trials)).isEqualTo(2);
        assertThat("$ revstream publish --map trials.yaml trials.csv\n"
                        + out.toString().replace(trials, "trials.csv"))
                .isEqualTo(blocks[7]);
    }

    private String file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private int publish(String... arguments) {
        PublishCommand command = new PublishCommand(
                sink::open, new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)));
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--map";
        all[arguments.length + 1] = folder.resolve("people.yaml").toString();
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all);
    }
}

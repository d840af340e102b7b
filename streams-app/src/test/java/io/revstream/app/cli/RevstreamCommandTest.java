package io.revstream.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RevstreamCommandTest {

    @TempDir
    Path directory;

    @Test
    void helpNamesEveryCommandAndTheExitCodes() {
        Commands said = Commands.run("--help");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out())
                .contains(
                        "run",
                        "publish",
                        "tail",
                        "explain",
                        "policy",
                        "scenario",
                        "topics",
                        "replay",
                        "generate-completion")
                .contains("Exit codes:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "publish",
                "tail",
                "explain lead",
                "explain account",
                "explain team",
                "explain deal",
                "topics list",
                "topics create",
                "replay",
                "policy lint",
                "policy publish",
                "scenario run"
            })
    void everyCommandHasHelp(String command) {
        Commands said = Commands.run((command + " --help").split(" "));

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).startsWith("Usage: revstream " + command);
    }

    @Test
    void versionIsALine() {
        assertThat(Commands.run("--version").out()).startsWith("revstream ").hasLineCount(1);
    }

    @Test
    void aTypoIsAnsweredWithTheCommandThatWasMeant() {
        Commands said = Commands.run("tial", "scores");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("found 'tial'", "did you mean \"tail\"?", "revstream --help");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void aWrongOptionIsWrongUsage() {
        assertThat(Commands.run("run", "--until-idle", "soon"))
                .satisfies(said -> assertThat(said.exitCode()).isEqualTo(2))
                .extracting(Commands::err)
                .asString()
                .contains("Expected a duration such as 100ms", "found 'soon'");
        assertThat(Commands.run("tail", "scores", "--from-begining").err())
                .contains("did you mean \"--from-beginning\"?");
        assertThat(Commands.run("tail", "skores").err()).contains("Expected a topic of leads, ", "found 'skores'");
        assertThat(Commands.run("run", "--topologies", "lead,leed").err()).contains("found 'leed'");
    }

    @Test
    void noBrokerIsOneClearLine() {
        Commands said = Commands.run("tail", "scores", "--data-dir", directory.toString());

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err()).hasLineCount(1).contains("Expected a running revstream on " + directory, "--bootstrap");
        assertThat(Commands.run("run").err()).hasLineCount(1).contains("Expected --bootstrap and --registry");
        assertThat(Commands.run("tail", "scores", "--bootstrap", "localhost:1").err())
                .contains("Expected both --bootstrap and --registry");
    }

    @Test
    void theStackTraceComesWithDebug() {
        assertThat(Commands.run("tail", "scores", "--data-dir", directory.toString(), "--debug")
                        .err())
                .contains("CannotStart", "at io.revstream");
    }

    @Test
    void theCatalogueNeedsNoBroker() {
        Commands said = Commands.run("topics", "list", "--catalogue");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("mql-promotions", "lead-clock", "deal-journal", "who got the lead");
    }

    @Test
    void completionCanBeGenerated() {
        assertThat(Commands.run("generate-completion").out()).contains("complete -F");
    }

    @Test
    void clientSettingsComeFromAFile() throws IOException {
        Path file = directory.resolve("missing.properties");
        String[] tail = {
            "tail",
            "scores",
            "--bootstrap",
            "localhost:1",
            "--registry",
            "http://localhost:1",
            "--kafka-config",
            file.toString()
        };
        assertThat(Commands.run(tail).err()).contains("Expected a properties file for --kafka-config");

        Files.writeString(file, "default.api.timeout.ms=50\nrequest.timeout.ms=40\n");
        assertThat(Commands.run(tail))
                .satisfies(said -> assertThat(said.exitCode()).isEqualTo(1))
                .extracting(Commands::err)
                .asString()
                .startsWith("revstream: ");
    }

    @Test
    void explainingNeedsARunningInstance() {
        assertThat(Commands.run("explain", "lead", "ada", "--api", "http://127.0.0.1:1")
                        .err())
                .contains("Expected a running revstream at http://127.0.0.1:1", "--api");
    }
}

package io.revstream.app.cli;

import io.revstream.app.EmbeddedBroker;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** Runs a command line and keeps what it says. */
record Commands(int exitCode, String out, String err) {

    static Commands run(String... args) {
        return run(EmbeddedBroker.NONE, args);
    }

    static Commands run(EmbeddedBroker embedded, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = RevstreamCommand.commandLine(embedded, List.of());
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = line.execute(args);
        return new Commands(exitCode, out.toString(), err.toString());
    }

    /** The last line of standard output. */
    String lastLine() {
        List<String> lines = out.lines().toList();
        return lines.get(lines.size() - 1);
    }
}

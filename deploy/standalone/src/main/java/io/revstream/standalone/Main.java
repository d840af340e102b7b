package io.revstream.standalone;

import io.revstream.app.cli.RevstreamCommand;
import io.revstream.standalone.demo.DemoCommand;
import java.util.List;

/** Entry point of the launcher: all commands, with a broker of their own. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(RevstreamCommand.commandLine(new ClusterOnDisk(), List.of(new DemoCommand()))
                .execute(args));
    }
}

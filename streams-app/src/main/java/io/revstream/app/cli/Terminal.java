package io.revstream.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody is watching. */
final class Terminal {

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Whether standard error goes to a terminal. */
    static boolean hasErrors() {
        if (!Files.exists(STANDARD_ERROR)) {
            return hasConsole();
        }
        try {
            String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }

    @SuppressWarnings(
            "SystemConsoleNull") // Without /proc: on newer Java a bar may be drawn where nobody sees it, which harms
    // nothing.
    private static boolean hasConsole() {
        return System.console() != null;
    }
}

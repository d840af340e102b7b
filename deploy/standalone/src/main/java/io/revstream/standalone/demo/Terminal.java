package io.revstream.standalone.demo;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Whether a person looks on, and how wide the window is. */
final class Terminal {

    private static final int USUAL_WIDTH = 100;

    private Terminal() {}

    /** Since Java 22 there is a console without a terminal too, which has a method to tell. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    static int width() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader said = stty.inputReader(StandardCharsets.UTF_8)) {
                String[] size = String.valueOf(said.readLine()).split(" ");
                return size.length == 2 ? Integer.parseInt(size[1]) : USUAL_WIDTH;
            }
        } catch (IOException | NumberFormatException e) {
            return USUAL_WIDTH;
        }
    }
}

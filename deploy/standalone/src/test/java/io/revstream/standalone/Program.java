package io.revstream.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, as a user starts it. Ended with the test, however that ends. */
final class Program implements AutoCloseable {

    private final Process process;
    private final Path output;
    private final Path errors;

    private Program(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /**
     * Starts it.
     *
     * @param directory where its output is kept
     * @param name of the files with its output
     */
    static Program start(Path directory, String name, String... args) {
        Path output = directory.resolve(name + ".out");
        Path errors = directory.resolve(name + ".err");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx700m", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        command.addAll(List.of(args));
        try {
            Files.createDirectories(directory);
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            return new Program(process, output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} does it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As {@code kill} does it. */
    void stop() {
        process.destroy();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Its exit code; fails when it has not ended within some minutes. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            throw new AssertionError("Expected the program to end, but it goes on:\n" + errors());
        }
        return process.exitValue();
    }

    List<String> output() {
        return read(output).lines().toList();
    }

    String errors() {
        return read(errors);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

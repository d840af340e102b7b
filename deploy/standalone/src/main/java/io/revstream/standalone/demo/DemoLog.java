package io.revstream.standalone.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** The demo's log: warnings only, and none over the picture. */
final class DemoLog {

    private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level %logger{0} - %msg%n";

    private DemoLog() {}

    /**
     * Leaves out what every start says.
     *
     * @param directory where the log is written; null leaves it on standard error
     */
    static void quieten(Path directory) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger("io.revstream").setLevel(Level.WARN);
        // Retried by itself at the start of each transactional producer.
        context.getLogger("kafka.server.ReplicaManager").setLevel(Level.OFF);
        context.getLogger("org.apache.kafka.clients").setLevel(Level.ERROR);
        // A new broker has no metadata yet, and a temporary directory is meant to be one.
        context.getLogger("org.apache.kafka.controller.QuorumController").setLevel(Level.ERROR);
        context.getLogger("org.apache.kafka.streams.processor.internals.StateDirectory")
                .setLevel(Level.ERROR);
        if (directory != null) {
            Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
            root.detachAndStopAllAppenders();
            root.addAppender(file(context, directory.resolve("demo.log")));
        }
    }

    private static FileAppender<ILoggingEvent> file(LoggerContext context, Path file) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setFile(file.toString());
        appender.start();
        return appender;
    }
}

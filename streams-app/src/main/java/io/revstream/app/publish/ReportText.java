package io.revstream.app.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revstream.app.publish.rows.Rejection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report for people and for machines. */
public final class ReportText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportText() {}

    /**
     * Several lines for a terminal.
     *
     * @param rejects name of the file with all rejections; null for none
     */
    public static String lines(PublishReport report, boolean dryRun, String rejects) {
        StringBuilder text = new StringBuilder();
        text.append("%d rows = %d %s + %d rejected%n"
                .formatted(
                        report.rows(),
                        report.published(),
                        dryRun ? "valid (dry run: nothing is sent)" : "published",
                        report.rejected()));
        if (report.silent() > 0) {
            text.append("%d rows gave no event, because no condition of the mapping held%n".formatted(report.silent()));
        }
        report.events().forEach((topic, count) -> text.append("  %-12s %10d events%n".formatted(topic, count)));
        for (Rejection rejection : report.first()) {
            text.append("rejected ").append(rejection).append(System.lineSeparator());
        }
        long more = report.rejected() - report.first().size();
        if (more > 0) {
            text.append("rejected %d more rows%n".formatted(more));
        }
        if (report.rejected() > 0) {
            text.append(
                            rejects == null
                                    ? "--rejects FILE keeps all rejected rows"
                                    : "all rejected rows are in " + rejects)
                    .append(System.lineSeparator());
        }
        if (report.stopped() != null) {
            text.append("stopped at ")
                    .append(report.stopped())
                    .append(System.lineSeparator())
                    .append("Publish the same files again: what was published already is not counted twice.")
                    .append(System.lineSeparator());
        }
        return text.toString();
    }

    /** One JSON object in one line. */
    public static String json(PublishReport report, boolean dryRun) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("rows", report.rows());
        object.put("published", report.published());
        object.put("rejected", report.rejected());
        object.put("rowsWithoutEvent", report.silent());
        object.put("events", report.events());
        object.put("dryRun", dryRun);
        object.put(
                "firstRejected",
                report.first().stream().map(RejectsFile::fields).toList());
        object.put("stopped", report.stopped());
        return write(object);
    }

    /** One JSON object for a run that did not start. */
    public static String json(List<String> errors) {
        return write(Map.of("errors", errors));
    }

    private static String write(Map<String, Object> object) {
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected texts and numbers to be JSON", e);
        }
    }
}

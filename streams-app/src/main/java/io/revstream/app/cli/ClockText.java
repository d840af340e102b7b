package io.revstream.app.cli;

import com.fasterxml.jackson.databind.JsonNode;

import static io.revstream.app.cli.TextLines.word;

/** Clocks that run, as the API gives them, for people. */
final class ClockText {

    private final StringBuilder text = new StringBuilder();

    private ClockText() {}

    static String of(JsonNode clocks) {
        ClockText text = new ClockText();
        text.all(clocks);
        return text.text.toString();
    }

    private void all(JsonNode clocks) {
        if (clocks.isEmpty()) {
            line("  clocks    none running");
        }
        for (JsonNode clock : clocks) {
            line("  clock     %s%s since %s, due %s"
                    .formatted(
                            word(clock, "clock"),
                            clock.has("variant") ? " (" + word(clock, "variant") + ")" : "",
                            word(clock, "startedAt"),
                            word(clock, "dueAt")));
            circumstances(clock);
            JsonNode step = clock.path("nextStep");
            if (!step.isMissingNode()) {
                line("    next    %s (%s) at %s, tells %s%s"
                        .formatted(
                                word(step, "step"),
                                word(step, "says"),
                                word(step, "dueAt"),
                                word(step, "tells"),
                                step.has("recipientId") ? " " + word(step, "recipientId") : ""));
            }
        }
    }

    private void circumstances(JsonNode clock) {
        if (clock.has("withOwnerSince")) {
            long delay = clock.path("systemDelaySeconds").asLong();
            line("    owner   since %s%s"
                    .formatted(
                            word(clock, "withOwnerSince"),
                            delay > 0 ? "; " + TextLines.span(delay) + " of the program's own do not count" : ""));
        }
        for (JsonNode mark : clock.path("pauses")) {
            line("    %-7s at %s".formatted(word(mark, "change"), word(mark, "at")));
        }
        if (clock.path("paused").asBoolean()) {
            line("    stands still until %s, unless it goes on before".formatted(word(clock, "resumesAt")));
        }
        for (JsonNode step : clock.path("reached")) {
            line("    reached %s (%s) at %s%s"
                    .formatted(
                            word(step, "step"),
                            word(step, "says"),
                            word(step, "at"),
                            step.path("reassigned").asBoolean() ? ", lead was taken away" : ""));
        }
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }
}

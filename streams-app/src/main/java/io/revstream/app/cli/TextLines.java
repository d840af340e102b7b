package io.revstream.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines of text made of an answer of the API. */
final class TextLines {

    private final StringBuilder text = new StringBuilder();

    void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append(System.lineSeparator());
    }

    static String word(JsonNode node, String name) {
        return node.path(name).asText();
    }

    /** Words of a list, joined. */
    static String words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(each -> words.add(each.asText()));
        return String.join(", ", words);
    }

    /** A length of time in the largest unit that leaves a digit before the point. */
    static String span(long seconds) {
        Duration span = Duration.ofSeconds(seconds);
        if (seconds < 3600) {
            return seconds < 60 ? seconds + "s" : span.toMinutes() + "min";
        }
        double hours = seconds / 3600.0;
        return hours < 48
                ? String.format(Locale.ROOT, "%.1fh", hours)
                : String.format(Locale.ROOT, "%.1fd", hours / 24);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

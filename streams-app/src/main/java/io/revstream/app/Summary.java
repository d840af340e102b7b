package io.revstream.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What lies on the topics, counted.
 *
 * @param counts by name: leads (different ones), activities, scores, promotions, assignments (to a rep), queued, clocksStarted, warned,
 *     breaches, withdrawn, dealAlerts, deadLetters; all are there, with 0 for none
 */
public record Summary(Map<String, Long> counts) {

    public Summary {
        counts = Map.copyOf(counts);
    }

    /** Of the names above. */
    public long count(String name) {
        Long count = counts.get(name);
        if (count == null) {
            throw new IllegalArgumentException(
                    "Expected a count of " + new TreeMap<>(counts).keySet() + ", but found " + name);
        }
        return count;
    }

    /** One object with all counts, in the order in which a lead goes through them. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Tally.NAMES.forEach(name -> json.put(name, count(name)));
        return json;
    }

    /** In one line for people. */
    public String toText() {
        return Tally.NAMES.stream().map(name -> count(name) + " " + words(name)).collect(Collectors.joining(", "));
    }

    /** {@code deadLetters} are dead letters. */
    static String words(String name) {
        return name.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}

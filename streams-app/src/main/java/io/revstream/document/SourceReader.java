package io.revstream.document;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * Reads YAML into nodes with places. It works on the parser's events, since the library's own trees resolve scalars by YAML 1.1 and
 * forget where an alias or a repeated key stood.
 */
public final class SourceReader {

    private static final Place START = new Place(1, 1);
    private static final int DEEPEST = 40;

    private final Iterator<Event> events;
    private final Problems problems;
    private int depth;

    private SourceReader(Iterator<Event> events, Problems problems) {
        this.events = events;
        this.problems = problems;
    }

    /**
     * The root of the document, or an absent node when it cannot be read; then there are problems.
     *
     * @param what what the document should be, such as {@code a policy}
     */
    public static SourceNode read(String yaml, String what, Problems problems) {
        try {
            Iterator<Event> events =
                    new Yaml(new LoaderOptions()).parse(new StringReader(yaml)).iterator();
            return new SourceReader(events, problems).document(what);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            problems.error(mark == null ? START : place(mark), wording(e.getProblem()));
        } catch (YAMLException e) {
            problems.error(
                    START,
                    "Expected YAML, but " + e.getMessage().lines().findFirst().orElse("found something else"));
        }
        return SourceNode.absent(START);
    }

    private SourceNode document(String what) {
        SourceNode root = SourceNode.absent(START);
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && root.isPresent()) {
                problems.error(place(event.getStartMark()), "Expected one document, but a second begins");
                return SourceNode.absent(START);
            }
            if (event instanceof ScalarEvent
                    || event instanceof SequenceStartEvent
                    || event instanceof MappingStartEvent) {
                root = node(event, START);
            }
        }
        if (!root.isPresent()) {
            problems.error(START, "Expected " + what + ", but the document is empty");
        }
        return root;
    }

    /** @param label where the name of the value stands; null for a value without one */
    private SourceNode node(Event event, Place label) {
        Place place = place(event.getStartMark());
        Place named = label == null ? place : label;
        if (event instanceof ScalarEvent scalar) {
            return SourceNode.scalar(place, named, scalar.getValue(), scalar.isPlain() && scalar.getTag() == null);
        }
        if (event instanceof AliasEvent alias) {
            problems.error(
                    place, "Expected the value itself, but found the alias *" + alias.getAnchor() + ": write it out");
            return SourceNode.absent(place);
        }
        if (++depth > DEEPEST) {
            throw new YAMLException("it is nested more than " + DEEPEST + " deep");
        }
        SourceNode node = event instanceof SequenceStartEvent ? list(place, named) : map(place, named);
        depth--;
        return node;
    }

    private SourceNode list(Place place, Place label) {
        List<SourceNode> items = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            SourceNode item = node(event, null);
            if (item.isPresent()) {
                items.add(item);
            }
        }
        return SourceNode.list(place, label, List.copyOf(items));
    }

    private SourceNode map(Place place, Place label) {
        List<SourceNode> keys = new ArrayList<>();
        Map<String, SourceNode> values = new LinkedHashMap<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            SourceNode key = node(event, null);
            SourceNode value = node(events.next(), key.place());
            if (key.text() == null) {
                problems.error(key, "Expected a key that is a text, but found " + key.words());
            } else if (values.containsKey(key.text())) {
                int line = values.get(key.text()).label().line();
                problems.error(
                        key, "Expected each key once, but \"" + key.text() + "\" stands in line " + line + " already");
            } else if (value.isPresent()) {
                keys.add(key);
                values.put(key.text(), value);
            }
        }
        return SourceNode.map(place, label, List.copyOf(keys), values);
    }

    private static String wording(String problem) {
        return problem.startsWith("expected ") ? "E" + problem.substring(1) : "Expected YAML, but " + problem;
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}

package io.revstream.app.publish.mapping;

import io.revstream.document.Problem;
import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.document.SourceReader;
import io.revstream.stream.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** Reads a mapping file. */
final class MappingReader {

    private static final Set<String> KEYS =
            Keys.of("mapping", "source", "separator", "blank", "trim", "zone", "values", "key", "occurredAt", "events");
    private static final Set<String> EVENT_KEYS =
            Keys.of("event", "topic", "when", "key", "id", "occurredAt", "after", "repeat", "source", "fields");
    private static final Schema TEXT = Schema.create(Schema.Type.STRING);

    /** What the top of the file says for all events. */
    private record Defaults(String mapping, String source, SourceNode key, SourceNode occurredAt) {}

    private final String file;
    private final Topic defaultTopic;
    private final Instant now;
    private final Problems problems;
    private ZoneId zone = ZoneOffset.UTC;
    private ValueReader values;
    private TimeReader times;

    MappingReader(String file, Topic defaultTopic, Instant now) {
        this.file = file;
        this.defaultTopic = defaultTopic;
        this.now = now;
        this.problems = new Problems(file);
    }

    Mapping read(String yaml) throws MappingException {
        SourceNode root = SourceReader.read(yaml, "a mapping", problems);
        Section top = root.isPresent() ? Section.of(root, "a mapping", KEYS, problems) : null;
        Mapping mapping = top == null ? null : read(top, yaml);
        if (problems.reject()) {
            throw new MappingException(
                    problems.inOrder().stream().map(Problem::toString).toList());
        }
        return mapping;
    }

    private Mapping read(Section top, String yaml) {
        String name = top.needed("mapping");
        if (top.has("zone")) {
            ZoneId stated = Keys.zone(top, problems);
            zone = stated == null ? zone : stated;
        }
        WordMapReader wordMaps = new WordMapReader(problems);
        if (top.has("values")) {
            wordMaps.readNamed(top.value("values"));
        }
        values = new ValueReader(
                file, new FormatReader(zone, problems), wordMaps, new Expressions(yaml, problems), problems);
        times = new TimeReader(values, zone, now, problems);
        String source = top.has("source") ? top.text("source") : name;
        Defaults defaults = new Defaults(name, source, top.value("key"), top.value("occurredAt"));
        List<EventMapping> events = events(top, defaults);
        return new Mapping(name, file, separator(top), blanks(top), top.flag("trim", true), values.columns(), events);
    }

    private Character separator(Section top) {
        String text = top.text("separator");
        if (text == null || text.equals("tab")) {
            return text == null ? null : '\t';
        }
        if (text.length() != 1 || text.charAt(0) > 127 || "\"\r\n".contains(text)) {
            problems.error(
                    top.value("separator"),
                    "Expected one ASCII character or tab for `separator`, but found `" + text + "`");
        }
        return text.isEmpty() ? null : text.charAt(0);
    }

    private Set<String> blanks(Section top) {
        Set<String> blanks = new LinkedHashSet<>();
        if (top.has("blank")) {
            for (SourceNode node : items(top.value("blank"), "`blank`")) {
                String text = Section.text(node, "`blank`", problems);
                if (text != null) {
                    blanks.add(text);
                }
            }
        }
        return blanks;
    }

    private List<SourceNode> items(SourceNode node, String what) {
        if (node.kind() == SourceNode.Kind.LIST) {
            return node.items();
        }
        problems.error(node, "Expected a list for " + what + ", but found " + node.words());
        return List.of();
    }

    private List<EventMapping> events(Section top, Defaults defaults) {
        if (!top.has("events")) {
            problems.error(top.at(), "Expected `events`, but found none");
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        for (SourceNode node : items(top.value("events"), "`events`")) {
            Section section = Section.of(node, "an event", EVENT_KEYS, problems);
            if (section != null) {
                sections.add(section);
            }
        }
        if (sections.isEmpty()) {
            problems.error(top.value("events"), "Expected at least one event, but found none");
        }
        Map<Section, Repeat> repeats = new LinkedHashMap<>();
        Duration reserve = Duration.ZERO;
        for (Section section : sections) {
            Repeat repeat = times.repeat(section);
            repeats.put(section, repeat);
            Duration last = Keys.span(section, "after", problems).plus(repeat.length());
            reserve = last.compareTo(reserve) > 0 ? last : reserve;
        }
        List<EventMapping> events = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Map.Entry<Section, Repeat> entry : repeats.entrySet()) {
            EventMapping event = event(entry.getKey(), entry.getValue(), reserve, defaults);
            if (event.name() != null && !names.add(event.name())) {
                problems.error(
                        entry.getKey().value("event"),
                        "Expected each event's name once, but `" + event.name() + "` occurs twice");
            }
            events.add(event);
        }
        return events;
    }

    private EventMapping event(Section section, Repeat repeat, Duration reserve, Defaults defaults) {
        String name = section.needed("event");
        Topic topic = topic(section);
        Expression when = section.has("when") ? values.condition(section.value("when")) : null;
        ValueRule id = section.has("id") ? values.read(section.value("id"), "`id`", TEXT, true) : null;
        SourceNode key = section.has("key") ? section.value("key") : defaults.key();
        SourceNode occurredAt = section.has("occurredAt") ? section.value("occurredAt") : defaults.occurredAt();
        if (key == null || occurredAt == null) {
            problems.error(
                    section.at(),
                    "Expected `%s` for the event or for the whole mapping, but found none"
                            .formatted(key == null ? "key" : "occurredAt"));
        }
        return new EventMapping(
                defaults.mapping(),
                name,
                topic,
                when,
                key == null ? null : values.read(key, "`key`", TEXT, true),
                id,
                occurredAt == null ? null : times.occurredAt(occurredAt, reserve),
                Keys.span(section, "after", problems),
                repeat,
                section.has("source") ? section.needed("source") : defaults.source(),
                topic == null ? null : plan(section, topic));
    }

    private RecordPlan plan(Section section, Topic topic) {
        SpecificData model = SpecificData.getForClass(topic.value());
        Schema schema = model.getSchema(topic.value());
        Section fields =
                section.has("fields") ? Section.free(section.value("fields"), "names of fields", problems) : null;
        SourceNode at = section.has("fields") ? section.key("fields") : section.at();
        return new PlanReader(values, problems).read(fields, at, schema, model);
    }

    private Topic topic(Section section) {
        if (!section.has("topic")) {
            if (defaultTopic == null) {
                problems.error(section.at(), "Expected `topic` for the event, or the option --topic, but found none");
            }
            return defaultTopic;
        }
        String name = section.text("topic");
        Topic topic = name == null ? null : PublishTopics.named(name);
        if (name != null && topic == null) {
            problems.error(section.value("topic"), PublishTopics.unknown(name));
        }
        return topic;
    }
}

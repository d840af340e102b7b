package io.revstream.profile;

import io.revstream.state.Occurrence;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of somebody or something. The same statements give the same attributes in whichever order they arrive: for each one the
 * statement that occurred last wins. What was cleared is remembered as cleared, so that an older statement does not bring it back.
 */
public record Attributes(Map<String, Attribute> byName) {

    public static final Attributes NONE = new Attributes(Map.of());

    private static final int VERSION = 1;

    public Attributes {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /**
     * The attributes after an event stated some; these very attributes when that changes nothing.
     *
     * @param stated values by name; no values for one that was cleared
     */
    public Attributes with(Map<String, List<String>> stated, Occurrence event) {
        Map<String, Attribute> after = new TreeMap<>(byName);
        stated.forEach((name, values) -> {
            Attribute before = byName.get(name);
            if (before == null || event.isAfter(before.toldBy())) {
                after.put(name, new Attribute(values, event));
            }
        });
        return after.equals(byName) ? this : new Attributes(after);
    }

    /**
     * The attributes after an event added values to one: unlike a statement, it takes none away, so that the same additions give the
     * same values in whichever order they arrive. What was cleared since then stays cleared.
     */
    public Attributes adding(String name, Set<String> values, Occurrence event) {
        Attribute before = byName.get(name);
        if (values.isEmpty() || (before != null && before.values().isEmpty() && !event.isAfter(before.toldBy()))) {
            return this;
        }
        Set<String> all = new TreeSet<>(values);
        Occurrence toldBy = event;
        if (before != null) {
            all.addAll(before.values());
            toldBy = event.isAfter(before.toldBy()) ? event : before.toldBy();
        }
        Map<String, Attribute> after = new TreeMap<>(byName);
        after.put(name, new Attribute(List.copyOf(all), toldBy));
        return new Attributes(after);
    }

    /** The values of an attribute as stated: none when it is not known. */
    public List<String> values(String name) {
        Attribute attribute = byName.get(name);
        return attribute == null ? List.of() : attribute.values();
    }

    /** The first value of an attribute as stated, or null when it is not known. */
    public String text(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? null : values.get(0);
    }

    /** The event that stated an attribute, or null when it is not known. */
    public Occurrence toldBy(String name) {
        Attribute attribute = byName.get(name);
        return attribute == null ? null : attribute.toldBy();
    }

    /** Most attributes come from few events: each event is written once. */
    public void write(StateWriter out) {
        out.version(VERSION);
        Map<Occurrence, Integer> events = new LinkedHashMap<>();
        byName.values().forEach(attribute -> events.putIfAbsent(attribute.toldBy(), events.size()));
        out.list(events.keySet(), (to, event) -> event.write(to));
        out.map(byName, (to, attribute) -> {
            to.unsigned(events.get(attribute.toldBy()));
            to.list(attribute.values(), StateWriter::text);
        });
    }

    public static Attributes read(StateReader in) {
        in.version("attributes", VERSION);
        List<Occurrence> events = new ArrayList<>(in.list(Occurrence::read));
        return new Attributes(in.map(from -> {
            Occurrence toldBy = from.element(events);
            return new Attribute(from.list(StateReader::text), toldBy);
        }));
    }
}

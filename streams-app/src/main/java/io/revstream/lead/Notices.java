package io.revstream.lead;

import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was said of a lead and still stands, so that it is said once: a rule's effect, an issue of its data, a kind of activity that
 * nobody knows. Each entry is {@code kind/name}.
 *
 * @param standing in order; at most {@value #MOST}, beyond which new ones are said each time
 */
record Notices(Set<String> standing) {

    static final Notices NONE = new Notices(Set.of());

    static final int MOST = 64;

    private static final int VERSION = 1;

    Notices {
        standing = Collections.unmodifiableSortedSet(new TreeSet<>(standing));
    }

    boolean has(String notice) {
        return standing.contains(notice);
    }

    Notices with(String notice) {
        if (has(notice) || standing.size() >= MOST) {
            return this;
        }
        SortedSet<String> after = new TreeSet<>(standing);
        after.add(notice);
        return new Notices(after);
    }

    Notices without(String notice) {
        if (!has(notice)) {
            return this;
        }
        SortedSet<String> after = new TreeSet<>(standing);
        after.remove(notice);
        return new Notices(after);
    }

    void write(StateWriter out) {
        out.version(VERSION);
        out.list(standing, StateWriter::text);
    }

    static Notices read(StateReader in) {
        in.version("notices", VERSION);
        return new Notices(new TreeSet<>(in.list(StateReader::text)));
    }
}

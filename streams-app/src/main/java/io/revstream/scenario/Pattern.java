package io.revstream.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.generic.IndexedRecord;

/** What a value should be: the parts that it names must be so, others may be as they like. */
public sealed interface Pattern {

    /** Compares with what was found; each part that is named becomes a row. */
    void compare(String name, Object found, Comparison comparison);

    default boolean matches(Object found) {
        Comparison comparison = new Comparison();
        compare("", found, comparison);
        return comparison.isSame();
    }

    /** A single value; null when there should be none. Numbers are the same when they are equal, whatever their scale. */
    record Value(Object expected) implements Pattern {
        @Override
        public void compare(String name, Object found, Comparison comparison) {
            boolean same = (expected instanceof BigDecimal number && found instanceof BigDecimal other)
                    ? number.compareTo(other) == 0
                    : Objects.equals(expected, found);
            comparison.row(name, expected, found, same);
        }
    }

    /** A record, by the fields that it should have. */
    record Parts(List<Field> fields) implements Pattern {
        @Override
        public void compare(String name, Object found, Comparison comparison) {
            if (found == null) {
                comparison.row(name, "something", null, false);
                return;
            }
            for (Field field : fields) {
                Object value = found;
                for (int position : field.path()) {
                    value = value == null ? null : ((IndexedRecord) value).get(position);
                }
                field.pattern().compare(Comparison.path(name, field.name()), value, comparison);
            }
        }
    }

    /**
     * A field of a record.
     *
     * @param path positions that lead to it
     */
    record Field(String name, List<Integer> path, Pattern pattern) {}

    /** A map, by the entries that it should have. */
    record Entries(Map<String, Pattern> entries) implements Pattern {
        @Override
        public void compare(String name, Object found, Comparison comparison) {
            Map<?, ?> map = found == null ? Map.of() : (Map<?, ?>) found;
            entries.forEach((key, pattern) -> pattern.compare(Comparison.path(name, key), map.get(key), comparison));
        }
    }

    /** A list, by items that it should contain, each another one, in any order; no items mean an empty list. */
    record Items(List<Pattern> items) implements Pattern {
        @Override
        public void compare(String name, Object found, Comparison comparison) {
            List<?> list = found == null ? List.of() : (List<?>) found;
            if (items.isEmpty()) {
                comparison.row(name, List.of(), list, list.isEmpty());
                return;
            }
            Matching matching = Matching.of(items, list);
            for (Pattern missing : matching.missing()) {
                Object nearest = Comparison.nearest(missing, matching.left());
                if (nearest == null) {
                    comparison.row(name, "one more", "nothing more", false);
                } else {
                    missing.compare(name + "[" + list.indexOf(nearest) + "]", nearest, comparison);
                }
            }
            if (matching.missing().isEmpty()) {
                comparison.row(name, "contains " + items.size(), "contains them", true);
            }
        }
    }
}

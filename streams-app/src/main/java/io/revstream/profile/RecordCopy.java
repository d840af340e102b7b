package io.revstream.profile;

import io.revstream.events.AccountObserved;
import io.revstream.events.RecordObserved;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A record as another system holds it (GEN-02). What it does not state is not compared.
 *
 * @param system the system that holds it
 * @param stated values by the name of the attribute; none for one that is held as empty
 */
public record RecordCopy(String system, Map<String, List<String>> stated) {

    public RecordCopy {
        stated = new TreeMap<>(stated);
    }

    /** Of a lead. */
    public static RecordCopy of(RecordObserved observed) {
        return new RecordCopy(observed.getSystem(), StatedAttributes.of(observed.getAttributes()));
    }

    /** Of an account. */
    public static RecordCopy of(AccountObserved observed) {
        return new RecordCopy(observed.getSystem(), StatedAttributes.of(observed.getDetails()));
    }

    /** What the copy holds beside what is known, attribute by attribute, in order. */
    public List<Compared> compare(Attributes known) {
        List<Compared> all = new ArrayList<>();
        stated.forEach((attribute, held) -> all.add(new Compared(attribute, known.values(attribute), held)));
        return all;
    }

    /**
     * One attribute.
     *
     * @param known what the canonical record says; none when it is not known
     * @param held what the copy says
     */
    public record Compared(String attribute, List<String> known, List<String> held) {

        /** Whether both say the same; letter case and the order of a list do not count. */
        public boolean agrees() {
            return folded(known).equals(folded(held));
        }

        private static List<String> folded(List<String> values) {
            return values.stream().map(RecordCopy::folded).sorted().distinct().toList();
        }
    }

    private static String folded(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}

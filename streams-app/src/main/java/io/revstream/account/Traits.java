package io.revstream.account;

import io.revstream.events.LeadFact;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a contact was found and what it is. Many contacts of an account share theirs.
 *
 * @param matchedBy crm, target, domain or ip; null when it was not told
 * @param roles title level, department and seniority, by their policy names
 */
record Traits(String matchedBy, SortedMap<String, String> roles) implements Comparable<Traits> {

    static final Traits NONE = new Traits(null, new TreeMap<>());

    private static final Comparator<Traits> ORDER = Comparator.comparing(
                    Traits::matchedBy, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(traits -> traits.roles().toString());

    Traits {
        roles = Collections.unmodifiableSortedMap(roles);
    }

    static Traits of(LeadFact fact) {
        return new Traits(fact.getMatchedBy(), new TreeMap<>(fact.getRoles()));
    }

    @Override
    public int compareTo(Traits other) {
        return ORDER.compare(this, other);
    }

    void write(StateWriter out) {
        out.optionalText(matchedBy);
        out.map(roles, StateWriter::text);
    }

    static Traits read(StateReader in) {
        return new Traits(in.optionalText(), new TreeMap<>(in.map(StateReader::text)));
    }
}

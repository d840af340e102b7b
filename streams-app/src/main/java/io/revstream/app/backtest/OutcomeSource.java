package io.revstream.app.backtest;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where the outcome of leads is found, and what must be kept from the deciders.
 *
 * @param attribute an attribute that tells the outcome, for data that carry it as a column; null when deals tell
 * @param won the word of that attribute that means won; any other known word means lost
 * @param hidden further attributes that nobody knew before the outcome
 */
public record OutcomeSource(String attribute, String won, List<String> hidden) {

    public static final OutcomeSource DEALS = new OutcomeSource(null, null, List.of());

    public OutcomeSource {
        hidden = List.copyOf(hidden);
    }

    public boolean isAttribute() {
        return attribute != null;
    }

    /** Attributes that the deciders do not see. */
    public SortedSet<String> withheld() {
        SortedSet<String> withheld = new TreeSet<>(hidden);
        if (attribute != null) {
            withheld.add(attribute);
        }
        return withheld;
    }
}

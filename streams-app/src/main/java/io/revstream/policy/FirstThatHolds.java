package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.List;

/** Checks a list of which the first entry that holds decides: the last must always hold, and only the last. */
final class FirstThatHolds {

    private FirstThatHolds() {}

    /**
     * @param name key that holds an entry's name
     * @param why what comes of a list whose last entry has a condition
     */
    static void check(SourceNode list, String name, String why, Problems problems) {
        problems.unlessDistinct(list.each(name), name);
        List<SourceNode> entries = list.items();
        String unconditional = null;
        for (SourceNode entry : entries) {
            SourceNode place = entry.at(name).isPresent() ? entry.at(name) : entry;
            if (unconditional != null) {
                problems.error(
                        place,
                        "Expected the " + name + " \"" + unconditional
                                + "\", which has no condition, to be the last, but this one follows: it can never apply");
            } else if (isOpen(entry) && !mayLack(entry)) {
                unconditional = entry.at(name).text();
            }
        }
        SourceNode last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        if (unconditional == null && last != null && !isOpen(last)) {
            problems.error(
                    last.at(last.at("when").isPresent() ? "when" : "if"),
                    "Expected no condition on the last " + name + ", but found one: " + why);
        }
    }

    /** Whether an entry has no condition. */
    static boolean isOpen(SourceNode entry) {
        return entry.at("when").oneOrMore().isEmpty() && !entry.at("if").isPresent();
    }

    /** Whether an entry leads where some cannot go: to a territory, though they are in none. */
    private static boolean mayLack(SourceNode entry) {
        return "territory".equals(entry.at("to").text());
    }
}

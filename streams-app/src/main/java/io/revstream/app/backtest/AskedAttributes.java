package io.revstream.app.backtest;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.Collection;
import java.util.List;

/** Finds where a policy asks for attributes that nobody knew before the outcome: it would be judged by what it cannot have. */
public final class AskedAttributes {

    private static final List<String> KEYS = List.of("attribute", "has", "required", "passes", "watch", "known");

    private AskedAttributes() {}

    /**
     * Reports each place.
     *
     * @param names attributes that are withheld
     */
    public static void check(SourceNode document, Collection<String> names, Problems problems) {
        for (SourceNode key : document.keys()) {
            SourceNode value = document.at(key.text());
            if (KEYS.contains(key.text())) {
                value.oneOrMore().stream()
                        .filter(asked -> names.contains(asked.text()))
                        .forEach(asked -> problems.error(
                                asked,
                                "Expected what is known before the outcome, but the policy asks for \"" + asked.text()
                                        + "\", which is withheld"));
            }
            check(value, names, problems);
        }
        document.items().forEach(item -> check(item, names, problems));
    }
}

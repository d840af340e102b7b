package io.revstream.app.backtest;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds where a policy asks for attributes that nobody knew before the outcome: it would be judged by what it cannot have. */
public final class AskedAttributes {

    private static final List<String> KEYS = List.of("attribute", "has", "required", "passes", "watch", "known");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

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
                        .forEach(asked -> withheld(asked, asked.text(), problems));
            }
            if (key.text().equals("if") && value.text() != null) {
                NAME.matcher(QUOTED.matcher(value.text()).replaceAll(" "))
                        .results()
                        .map(MatchResult::group)
                        .filter(names::contains)
                        .distinct()
                        .forEach(name -> withheld(value, name, problems));
            }
            check(value, names, problems);
        }
        document.items().forEach(item -> check(item, names, problems));
    }

    private static void withheld(SourceNode at, String name, Problems problems) {
        problems.error(
                at,
                "Expected what is known before the outcome, but the policy asks for \"" + name
                        + "\", which is withheld");
    }
}

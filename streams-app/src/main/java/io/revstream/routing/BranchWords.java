package io.revstream.routing;

import io.revstream.policy.Condition;
import io.revstream.policy.Expression;
import io.revstream.policy.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What a branch asked, and the facts that decided, in plain words. */
final class BranchWords {

    private static final int WORDS_SHOWN = 8;

    private BranchWords() {}

    /** The fact, and what was asked of it. */
    static String of(Condition condition, Facts facts) {
        return fact(condition, facts) + (condition.holds(facts) ? ": " : ", but asked is ") + asked(condition);
    }

    /** All the facts, each once, and what was asked of them. */
    static String of(Expression expression, Facts facts) {
        String known = expression
                .conditions()
                .map(condition -> fact(condition, facts))
                .distinct()
                .collect(Collectors.joining(", "));
        String asked = expression.words(
                condition -> condition.attribute() + " " + asked(condition).replace("one of true", "true"));
        return known + (expression.holds(facts) ? ": " : ", but asked is ") + asked;
    }

    private static String fact(Condition condition, Facts facts) {
        String attribute = condition.attribute();
        String known = condition.in() == null && condition.notIn() == null
                ? number(attribute, facts)
                : some(facts.words(attribute));
        return attribute + " is " + (known.isEmpty() ? "not known" : known);
    }

    private static String asked(Condition condition) {
        List<String> asked = new ArrayList<>();
        if (condition.in() != null) {
            asked.add((condition.atLeast() == 1 ? "one of " : "at least " + condition.atLeast() + " of ")
                    + some(condition.in()));
        }
        if (condition.notIn() != null) {
            asked.add("none of " + some(condition.notIn()));
        }
        if (condition.from() != null && condition.from().equals(condition.to())) {
            asked.add("exactly " + condition.from());
            return String.join(", ", asked);
        }
        if (condition.from() != null) {
            asked.add("at least " + condition.from());
        }
        if (condition.to() != null) {
            asked.add("at most " + condition.to());
        }
        return String.join(", ", asked);
    }

    private static String number(String attribute, Facts facts) {
        Long number = facts.number(attribute);
        return number == null ? "" : number.toString();
    }

    private static String some(Collection<String> words) {
        String shown = words.stream().sorted().limit(WORDS_SHOWN).collect(Collectors.joining(" "));
        return words.size() > WORDS_SHOWN ? shown + " and " + (words.size() - WORDS_SHOWN) + " more" : shown;
    }
}

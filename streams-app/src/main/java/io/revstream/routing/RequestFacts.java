package io.revstream.routing;

import io.revstream.policy.Condition;
import io.revstream.policy.Facts;
import io.revstream.policy.RoutingRules;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Facts about a lead as a routing request carries them: a text for each attribute, several words with commas between them, a comma
 * within a word as {@code \,}.
 */
public record RequestFacts(Map<String, String> attributes) implements Facts {

    @Override
    public Set<String> words(String attribute) {
        String text = attributes.get(attribute);
        if (text == null) {
            return Set.of();
        }
        Set<String> words = new TreeSet<>();
        Arrays.stream(text.split("(?<!\\\\),"))
                .map(word -> word.replace("\\,", ",").strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        return Collections.unmodifiableSet(words);
    }

    @Override
    public Long number(String attribute) {
        String text = attributes.get(attribute);
        try {
            return text == null ? null : new BigDecimal(text.strip()).longValue();
        } catch (NumberFormatException word) {
            return null;
        }
    }

    /** With one more attribute, such as the account's tier; null leaves the facts as they are. */
    public RequestFacts with(String attribute, Object value) {
        if (value == null) {
            return this;
        }
        SortedMap<String, String> more = new TreeMap<>(attributes);
        more.put(attribute, value.toString());
        return new RequestFacts(Collections.unmodifiableSortedMap(more));
    }

    /** The attributes that a routing tree asks for: a request needs to carry no others. */
    public static SortedSet<String> askedBy(RoutingRules rules) {
        return rules.tree().stream()
                .flatMap(branch -> branch.when().stream())
                .map(Condition::attribute)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is known of the attributes that a routing tree asks for. */
    public static RequestFacts of(RoutingRules rules, Facts facts) {
        SortedMap<String, String> known = new TreeMap<>();
        for (String attribute : askedBy(rules)) {
            String text = text(facts, attribute);
            if (!text.isEmpty()) {
                known.put(attribute, text);
            }
        }
        return new RequestFacts(Collections.unmodifiableSortedMap(known));
    }

    private static String text(Facts facts, String attribute) {
        Set<String> words = facts.words(attribute);
        Long number = words.isEmpty() ? facts.number(attribute) : null;
        return number != null
                ? number.toString()
                : words.stream().sorted().map(word -> word.replace(",", "\\,")).collect(Collectors.joining(","));
    }
}

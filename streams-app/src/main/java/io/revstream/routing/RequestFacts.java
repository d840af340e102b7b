package io.revstream.routing;

import io.revstream.policy.AccountRules;
import io.revstream.policy.Facts;
import io.revstream.policy.Policy;
import io.revstream.policy.RoutingRules;
import io.revstream.policy.RoutingRules.Branch;
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
import java.util.stream.Stream;

/**
 * Facts about a lead as a routing request carries them: a text for each attribute, several words with commas between them, a comma
 * within a word as {@code \,}.
 */
public record RequestFacts(Map<String, String> attributes) implements Facts {

    /** What the account adds, so that a lead need not. */
    private static final Set<String> KNOWN_TO_ACCOUNT =
            Set.of("named", "chosen", "customer", "tier", "score", "engagedContacts", "users", "teamUsage");

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

    /** With what is known otherwise of an attribute, unless it is known already; null leaves the facts as they are. */
    public RequestFacts orElse(String attribute, String text) {
        return text == null || attributes.containsKey(attribute) ? this : with(attribute, escaped(text));
    }

    /**
     * The attributes that a policy's routing asks of a lead: a request needs to carry no others. What tables make of attributes is made
     * of them where the tree is asked.
     */
    public static SortedSet<String> askedBy(Policy policy) {
        SortedSet<String> asked = new TreeSet<>();
        RoutingRules rules = policy.routing();
        Stream<Branch> meeting = rules.meeting() == null ? Stream.of() : rules.meeting().tree().stream();
        Stream.concat(rules.tree().stream(), meeting).forEach(branch -> asked.addAll(branch.asked()));
        if (asked.remove("territory")) {
            rules.territories().forEach(territory -> asked.addAll(territory.asked()));
        }
        if (asked.remove("likelyValue")) {
            policy.likelyValue().rows().stream()
                    .flatMap(row -> row.when().stream())
                    .forEach(condition -> asked.add(condition.attribute()));
        }
        asked.removeIf(name -> KNOWN_TO_ACCOUNT.contains(name) || name.startsWith(AccountRules.FIELD));
        return asked;
    }

    /** What is known of the attributes that a policy's routing asks for. */
    public static RequestFacts of(Policy policy, Facts facts) {
        SortedMap<String, String> known = new TreeMap<>();
        for (String attribute : askedBy(policy)) {
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
                : words.stream().sorted().map(RequestFacts::escaped).collect(Collectors.joining(","));
    }

    private static String escaped(String word) {
        return word.replace(",", "\\,");
    }
}

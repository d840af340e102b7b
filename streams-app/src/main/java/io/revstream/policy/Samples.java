package io.revstream.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Samples of each attribute, one for every way in which the tests of a policy can come out: what holds for all of them holds for all
 * leads. They are made of the words and bounds that are asked for, with their neighbours, something else, and not known.
 */
final class Samples {

    /** An account's owner is known; no policy can ask for it, but branches lead to him. */
    static final String OWNER_KNOWN = "ownerKnown";

    private static final Set<String> ALWAYS_KNOWN = Set.of(
            "named", "chosen", "customer", "teamUsage", "namedAccount", "customerAccount", "accepted", OWNER_KNOWN);
    /** Of so many words of one attribute all combinations are samples. */
    private static final int MOST_WORDS_TOGETHER = 10;

    private final Map<String, Set<Condition>> tests = new TreeMap<>();
    private final Map<String, List<Sample>> samples = new TreeMap<>();

    /** @param conditions all tests whose outcomes matter */
    Samples(Collection<Condition> conditions) {
        conditions.forEach(test -> tests.computeIfAbsent(test.attribute(), name -> new LinkedHashSet<>())
                .add(test));
        tests.keySet().forEach(attribute -> samples.put(attribute, distinct(attribute, candidates(attribute))));
    }

    /** Samples of an attribute; null when there would be too many. */
    List<Sample> of(String attribute) {
        return samples.get(attribute);
    }

    private List<Sample> candidates(String attribute) {
        if (Vocabulary.FLAGS.contains(attribute) || attribute.equals(OWNER_KNOWN)) {
            return known(attribute, List.of(Sample.of("false"), Sample.of("true")));
        }
        if (attribute.equals("emailKind")) {
            return known(
                    attribute,
                    new TreeSet<>(Vocabulary.EMAIL_KINDS)
                            .stream().map(Sample::of).toList());
        }
        if (attribute.equals("tier")) {
            return known(attribute, List.of(Sample.of("1"), Sample.of("2"), Sample.of("3")));
        }
        NavigableSet<String> words = asked(attribute);
        if (Vocabulary.SEVERAL_WORDS.contains(attribute)) {
            return together(attribute, words);
        }
        List<Sample> values = new ArrayList<>(words.stream().map(Sample::of).toList());
        numbers(attribute).forEach(number -> values.add(Sample.of(Long.toString(number))));
        if (!Vocabulary.NUMBERS.contains(attribute)) {
            values.add(Sample.of(Sample.SOMETHING_ELSE));
        }
        return known(attribute, values);
    }

    private static List<Sample> known(String attribute, List<Sample> values) {
        List<Sample> all = new ArrayList<>(values);
        if (!ALWAYS_KNOWN.contains(attribute)) {
            all.add(Sample.NOT_KNOWN);
        }
        return all;
    }

    /** The words that tests of an attribute ask for; of a country also those in which the regions lie that are asked for. */
    private NavigableSet<String> asked(String attribute) {
        NavigableSet<String> words = new TreeSet<>();
        for (Condition test : tests.get(attribute)) {
            words.addAll(test.in() == null ? Set.of() : test.in());
            words.addAll(test.notIn() == null ? Set.of() : test.notIn());
        }
        if (attribute.equals(Consistency.COUNTRY) && tests.containsKey(Consistency.REGION)) {
            asked(Consistency.REGION).stream()
                    .map(Consistency::country)
                    .filter(Objects::nonNull)
                    .forEach(words::add);
        }
        return words;
    }

    private Set<Long> numbers(String attribute) {
        Set<Long> numbers = new TreeSet<>();
        for (Condition test : tests.get(attribute)) {
            around(test.from(), numbers);
            around(test.to(), numbers);
        }
        if (Vocabulary.NUMBERS.contains(attribute)) {
            asked(attribute).forEach(word -> around(Sample.of(word).number(attribute), numbers));
        }
        numbers.removeIf(number -> number < 0);
        return numbers;
    }

    private static void around(Long bound, Set<Long> numbers) {
        if (bound != null) {
            numbers.addAll(List.of(bound - 1, bound, bound + 1));
        }
    }

    /** Every combination of words that no test tells apart; null when there are too many. */
    private List<Sample> together(String attribute, Set<String> asked) {
        boolean counts = tests.get(attribute).stream().anyMatch(test -> test.atLeast() > 1);
        List<String> words = new ArrayList<>();
        if (counts) {
            words.addAll(asked);
        } else {
            distinct(attribute, asked.stream().map(Sample::of).toList())
                    .forEach(sample -> words.addAll(sample.words()));
        }
        words.add(Sample.SOMETHING_ELSE);
        if (words.size() > MOST_WORDS_TOGETHER) {
            return null;
        }
        List<Sample> all = new ArrayList<>();
        for (int mask = (1 << words.size()) - 1; mask > 0; mask--) {
            Set<String> together = new TreeSet<>();
            for (int i = 0; i < words.size(); i++) {
                if ((mask & (1 << i)) != 0) {
                    together.add(words.get(i));
                }
            }
            all.add(new Sample(together));
        }
        return known(attribute, all);
    }

    /** One of those that come out the same in every test. */
    private List<Sample> distinct(String attribute, List<Sample> candidates) {
        if (candidates == null) {
            return null;
        }
        Map<List<Object>, Sample> bySignature = new LinkedHashMap<>();
        for (Sample sample : candidates) {
            List<Object> signature = new ArrayList<>();
            tests.get(attribute).forEach(test -> signature.add(test.truth(sample)));
            signature.add(Consistency.told(attribute, sample));
            bySignature.putIfAbsent(signature, sample);
        }
        return List.copyOf(bySignature.values());
    }
}

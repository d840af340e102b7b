package io.revstream.policy;

import java.util.Collections;
import java.util.Set;

/**
 * A test of one attribute. Words are compared in lower case; an attribute that is not known never holds, whatever is asked.
 *
 * @param attribute name of the attribute, as in {@code LeadAttributes}, or a derived one: {@code emailDomain}, {@code emailKind}
 *     (business, personal, student, competitor), {@code titleLevel}, {@code tier}, {@code score},
 *     {@code likelyValue}, {@code territory}
 * @param from least number, inclusive; null for no bound
 * @param to greatest number, inclusive; null for no bound
 * @param in words, as many of which as {@code atLeast} says it must be; a name of a list is replaced by its words when the policy is
 *     read; null when not asked
 * @param atLeast how many words of {@code in} it must be, from 1
 * @param notIn words, none of which it may be; null when not asked
 */
public record Condition(String attribute, Long from, Long to, Set<String> in, int atLeast, Set<String> notIn) {

    /** A test for which one word is enough. */
    public Condition(String attribute, Long from, Long to, Set<String> in, Set<String> notIn) {
        this(attribute, from, to, in, 1, notIn);
    }

    /** Whether the facts meet the condition. */
    public boolean holds(Facts facts) {
        Set<String> words = facts.words(attribute);
        if (in != null && !isIn(words)) {
            return false;
        }
        if (notIn != null && (words.isEmpty() || !Collections.disjoint(words, notIn))) {
            return false;
        }
        if (from == null && to == null) {
            return true;
        }
        Long number = facts.number(attribute);
        return number != null && (from == null || number >= from) && (to == null || number <= to);
    }

    /** Whether it holds; not known when the attribute is not. */
    Truths truth(Facts facts) {
        boolean asksWords = in != null || notIn != null;
        boolean known = asksWords ? !facts.words(attribute).isEmpty() : facts.number(attribute) != null;
        return known ? Truths.of(holds(facts)) : Truths.UNKNOWN;
    }

    /** In plain words. */
    public String words() {
        return RuleWords.condition(this);
    }

    private boolean isIn(Set<String> words) {
        if (atLeast == 1) {
            return !Collections.disjoint(words, in);
        }
        return words.stream().filter(in::contains).count() >= atLeast;
    }
}

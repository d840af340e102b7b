package io.revstream.policy;

import java.util.Set;

/**
 * A value that an attribute may have, as good as any other that the tests of a policy cannot tell from it.
 *
 * @param words its words in lower case; none when the attribute is not known
 */
record Sample(Set<String> words) implements Facts {

    /** The attribute is not known. */
    static final Sample NOT_KNOWN = new Sample(Set.of());
    /** A word that no test asks for. */
    static final String SOMETHING_ELSE = "something else";

    static Sample of(String word) {
        return new Sample(Set.of(word));
    }

    @Override
    public Set<String> words(String attribute) {
        return words;
    }

    @Override
    public Long number(String attribute) {
        String text = words.size() == 1 ? words.iterator().next() : "";
        return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    /** Whether an example can leave it out: nothing is known, or something is not so. */
    boolean isUsual() {
        return words.isEmpty() || words.equals(Set.of("false"));
    }

    /** In a message. */
    String inWords() {
        return words.isEmpty()
                ? "not known"
                : String.join(" and ", words.stream().sorted().toList());
    }
}

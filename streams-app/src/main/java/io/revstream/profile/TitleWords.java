package io.revstream.profile;

import io.revstream.policy.Policy;
import io.revstream.policy.TitleLevel;
import java.util.Locale;

/** Finds the level of a job title. */
final class TitleWords {

    private TitleWords() {}

    /** The first level of which the title holds a word, or null for none. */
    static String level(String title, Policy policy) {
        String words = title.toLowerCase(Locale.ROOT);
        for (TitleLevel level : policy.titles()) {
            for (String word : level.words()) {
                if (holds(words, word)) {
                    return level.level();
                }
            }
        }
        return null;
    }

    /** Whether a text holds a word or phrase between its boundaries: "intern" is not in "international". */
    private static boolean holds(String text, String phrase) {
        for (int from = text.indexOf(phrase); from >= 0; from = text.indexOf(phrase, from + 1)) {
            int until = from + phrase.length();
            boolean begins = from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1));
            boolean ends = until == text.length() || !Character.isLetterOrDigit(text.charAt(until));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }
}

package io.revstream.app.publish.mapping;

import io.revstream.document.DidYouMean;
import io.revstream.record.Unfit;
import java.util.Locale;
import java.util.Map;

/**
 * Words of a file and what they mean in events.
 *
 * @param name for messages; null for one that is written in its place
 * @param words what each word becomes; an empty text makes it blank
 * @param ignoreCase true when keys are in lower case and any case is meant
 * @param otherwise what other words become; null when there is none
 * @param keepOthers true when other words stay as they are
 */
record WordMap(String name, Map<String, String> words, boolean ignoreCase, String otherwise, boolean keepOthers) {

    static final WordMap NONE = new WordMap(null, Map.of(), false, null, true);

    String read(String text) throws Unfit {
        String word = words.get(ignoreCase ? text.toLowerCase(Locale.ROOT) : text);
        if (word != null) {
            return word;
        }
        if (keepOthers) {
            return text;
        }
        if (otherwise != null) {
            return otherwise;
        }
        String expected = name == null ? "a word of its values" : "a word of the values `" + name + "`";
        throw Unfit.because(expected, "found " + Unfit.quoted(text) + DidYouMean.question(text, words.keySet()));
    }
}

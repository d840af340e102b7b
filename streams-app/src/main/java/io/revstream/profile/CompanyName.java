package io.revstream.profile;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * A company's name as it is compared: in lower case, without accents and punctuation, and without words that do not count.
 *
 * @param words what is left, with single spaces; empty for a name of nothing but signs
 */
public record CompanyName(String words) {

    /** Names that begin otherwise are not compared: every account would have to be looked at. */
    private static final int SAME_START = 3;

    private static final String INDEX = "name/";
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern INSIDE_A_WORD = Pattern.compile("[.'’]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    /**
     * A name without words that do not count; with them when there would be nothing left.
     *
     * @param ignored words in lower case
     */
    public static CompanyName of(String name, Set<String> ignored) {
        String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String joined = INSIDE_A_WORD.matcher(plain).replaceAll("");
        String all = BETWEEN_WORDS.matcher(joined).replaceAll(" ").strip();
        String counted = Stream.of(all.split(" "))
                .filter(word -> !ignored.contains(word))
                .collect(Collectors.joining(" "));
        return new CompanyName(counted.isEmpty() ? all : counted);
    }

    /** Key of the index of names that begin the same; null for an empty name. */
    public String index() {
        String letters = words.replace(" ", "");
        return letters.isEmpty() ? null : INDEX + letters.substring(0, Math.min(SAME_START, letters.length()));
    }

    /** Whether a key is that of an index, and of no account. */
    public static boolean isIndex(String key) {
        return key.startsWith(INDEX);
    }

    /** How similar two names are, in whole percent, rounded down. */
    public int similarity(CompanyName other) {
        return (int) Math.floor(100 * SIMILARITY.apply(words, other.words));
    }
}

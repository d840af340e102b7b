package io.revstream.app.publish.mapping;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads value maps: those that have a name, and those that stand where they are used. */
final class WordMapReader {

    private static final Set<String> KEYS = Keys.of("words", "ignoreCase", "else", "keepOthers");

    private final Problems problems;
    private final Map<String, WordMap> named = new HashMap<>();

    WordMapReader(Problems problems) {
        this.problems = problems;
    }

    /** Reads the value maps that values refer to by name. */
    void readNamed(SourceNode node) {
        Section section = Section.free(node, "names of value maps", problems);
        if (section != null) {
            section.values().forEach((name, map) -> named.put(name, wordMap(name, map)));
        }
    }

    /** The map of that name, or the one that stands here. */
    WordMap words(SourceNode node) {
        if (node.kind() != SourceNode.Kind.SCALAR) {
            return wordMap(null, node);
        }
        String name = Section.text(node, "`values`", problems);
        if (name == null || (named.get(name) == null && named.containsKey(name))) {
            return WordMap.NONE;
        }
        WordMap words = named.get(name);
        if (words == null) {
            problems.error(node, Problems.unknown("the name of a value map", name, named.keySet()));
        }
        return words == null ? WordMap.NONE : words;
    }

    /** Null when it cannot be used. */
    private WordMap wordMap(String name, SourceNode node) {
        Section section = Section.of(node, "a value map", KEYS, problems);
        if (section == null) {
            return null;
        }
        boolean ignoreCase = section.flag("ignoreCase", false);
        boolean keepOthers = section.flag("keepOthers", false);
        String otherwise = section.text("else");
        if (keepOthers && otherwise != null) {
            problems.error(section.key("else"), "Expected `else` or `keepOthers`, but found both");
        }
        Map<String, String> words = new LinkedHashMap<>();
        Section texts = section.has("words") ? Section.free(section.value("words"), "words", problems) : null;
        if (texts == null) {
            if (!section.has("words")) {
                problems.error(node, "Expected `words` in a value map, but found none");
            }
            return null;
        }
        texts.values().forEach((word, text) -> {
            String becomes = Section.text(text, "`" + word + "`", problems);
            String key = ignoreCase ? word.toLowerCase(Locale.ROOT) : word;
            if (becomes != null && words.put(key, becomes) != null) {
                problems.error(
                        texts.key(word), "Expected each word once, but `" + word + "` occurs twice but for its case");
            }
        });
        return new WordMap(name, words, ignoreCase, otherwise, keepOthers);
    }
}

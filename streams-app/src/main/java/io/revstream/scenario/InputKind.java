package io.revstream.scenario;

import io.revstream.document.SourceNode;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How a step says which topic its event goes to. */
enum InputKind {
    ACTIVITY("activity", "lead", "kind"),
    LEAD("lead", "lead", null),
    ACCOUNT("account", "account", null),
    REP("rep", "team", "repId"),
    DEAL("deal", "deal", null);

    private final String word;
    private final String keyWord;
    private final String field;

    /**
     * @param word the key of a step that tells the kind
     * @param keyWord the key of a step that holds the event's key
     * @param field the field that {@code word} fills; null when it is the key
     */
    InputKind(String word, String keyWord, String field) {
        this.word = word;
        this.keyWord = keyWord;
        this.field = field;
    }

    /** The kind of a step's event, or null when the step has none. */
    static InputKind of(SourceNode step) {
        return Stream.of(values())
                .filter(kind -> step.at(kind.word).isPresent())
                .findFirst()
                .orElse(null);
    }

    Topic topic() {
        return switch (this) {
            case ACTIVITY -> Catalogue.ACTIVITIES;
            case LEAD -> Catalogue.LEADS;
            case ACCOUNT -> Catalogue.ACCOUNTS;
            case REP -> Catalogue.REPS;
            case DEAL -> Catalogue.DEALS;
        };
    }

    String word() {
        return word;
    }

    String keyWord() {
        return keyWord;
    }

    String field() {
        return field;
    }

    /** The word under which several may be listed: one event for each. */
    String listWord() {
        return this == REP ? word : keyWord;
    }

    /** Keys of a step that do not name a field of the event. */
    Set<String> words() {
        return new LinkedHashSet<>(List.of(word, keyWord, listWord()));
    }
}

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
    ACTIVITY("activity", Catalogue.ACTIVITIES, "lead", "kind"),
    LEAD("lead", Catalogue.LEADS, "lead", null),
    ACCOUNT("account", Catalogue.ACCOUNTS, "account", null),
    REP("rep", Catalogue.REPS, "team", "repId"),
    DEAL("deal", Catalogue.DEALS, "deal", null);

    /** Every event has them; a step may state them, and need not. */
    static final List<String> ENVELOPE = List.of("eventId", "occurredAt", "source", "correlationId", "backfill");

    private final String word;
    private final Topic topic;
    private final String keyWord;
    private final String field;

    /**
     * @param word the key of a step that tells the kind
     * @param keyWord the key of a step that holds the event's key
     * @param field the field that {@code word} fills; null when it is the key
     */
    InputKind(String word, Topic topic, String keyWord, String field) {
        this.word = word;
        this.topic = topic;
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
        return topic;
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

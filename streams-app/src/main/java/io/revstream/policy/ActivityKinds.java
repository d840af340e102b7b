package io.revstream.policy;

import io.revstream.document.SourceNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * Kinds of activity that somebody has a use for: those that the published events document, and those that the policy names anywhere.
 *
 * @param named by the policy
 */
public record ActivityKinds(Set<String> named) {

    static ActivityKinds of(SourceNode document) {
        Set<String> named = new TreeSet<>();
        collect(document, named);
        return new ActivityKinds(Set.copyOf(named));
    }

    /** Whether a kind is known; another one is kept, but scores nothing. */
    public boolean knows(String kind) {
        return Vocabulary.ACTIVITY_KINDS.contains(kind) || named.contains(kind);
    }

    /** A rule names kinds under {@code kind} or {@code kinds}, wherever it stands; the kind of an action is another thing. */
    private static void collect(SourceNode node, Set<String> named) {
        if (!node.at("action").isPresent()) {
            String kind = node.at("kind").text();
            if (kind != null) {
                named.add(kind);
            }
            named.addAll(node.at("kinds").texts());
            named.addAll(node.at("meeting", "on").texts());
        }
        node.values().values().forEach(value -> collect(value, named));
        node.items().forEach(item -> collect(item, named));
    }
}

package io.revstream.policy;

import java.util.List;
import java.util.Set;

/**
 * Governance of a field: settled before any data flows (DAT-12).
 *
 * @param allowed words of which it must be one; null for any value
 * @param owner who answers for it
 * @param sources systems that state it, the one believed first first
 */
public record FieldRule(Type type, Set<String> allowed, String owner, List<String> sources) {

    /** What a field holds. */
    public enum Type {
        TEXT,
        NUMBER,
        FLAG,
        DATE,
        WORDS
    }
}

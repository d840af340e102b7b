package io.revstream.policy;

import io.revstream.state.Occurrence;
import java.util.Set;

/** What is known of a lead, account or deal, by the attribute names that a policy uses. */
public interface Facts {

    /** Nothing is known. */
    Facts NONE = new Facts() {
        @Override
        public Set<String> words(String attribute) {
            return Set.of();
        }

        @Override
        public Long number(String attribute) {
            return null;
        }
    };

    /** The words of an attribute in lower case: none when it is not known, several when it holds a list. */
    Set<String> words(String attribute);

    /** The number that an attribute holds, or null when it is not known or no number. */
    Long number(String attribute);

    /** Whether anything is known of an attribute. */
    default boolean has(String attribute) {
        return !words(attribute).isEmpty() || number(attribute) != null;
    }

    /** The event that told an attribute; null when it is not known. */
    default Occurrence toldBy(String attribute) {
        return null;
    }
}

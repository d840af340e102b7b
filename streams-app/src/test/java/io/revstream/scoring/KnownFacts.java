package io.revstream.scoring;

import io.revstream.policy.Facts;
import java.util.Map;
import java.util.Set;

/** Facts as a test states them: one word or number for each attribute. */
public record KnownFacts(Map<String, Object> known) implements Facts {

    @Override
    public Set<String> words(String attribute) {
        return known.containsKey(attribute) ? Set.of(known.get(attribute).toString()) : Set.of();
    }

    @Override
    public Long number(String attribute) {
        return known.get(attribute) instanceof Number number ? number.longValue() : null;
    }
}

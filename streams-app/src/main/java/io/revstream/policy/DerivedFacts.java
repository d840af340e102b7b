package io.revstream.policy;

import io.revstream.state.Occurrence;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Facts, and what tables of the policy make of them: {@code likelyValue} and {@code territory}. */
public record DerivedFacts(Facts facts, LikelyValue likelyValue, List<Territory> territories) implements Facts {

    static final String LIKELY_VALUE = "likelyValue";
    static final String TERRITORY = "territory";

    /** By the tables of a policy. */
    public static DerivedFacts of(Facts facts, Policy policy) {
        return new DerivedFacts(facts, policy.likelyValue(), policy.routing().territories());
    }

    @Override
    public Set<String> words(String attribute) {
        return switch (attribute) {
            case TERRITORY -> {
                Territory territory = Territory.of(territories, this);
                yield territory == null
                        ? Set.of()
                        : Set.of(territory.territory().toLowerCase(Locale.ROOT));
            }
            case LIKELY_VALUE -> {
                Long value = likelyValue.of(facts);
                yield value == null ? Set.of() : Set.of(value.toString());
            }
            default -> facts.words(attribute);
        };
    }

    @Override
    public Long number(String attribute) {
        return switch (attribute) {
            case TERRITORY -> null;
            case LIKELY_VALUE -> likelyValue.of(facts);
            default -> facts.number(attribute);
        };
    }

    @Override
    public Occurrence toldBy(String attribute) {
        return facts.toldBy(attribute);
    }
}

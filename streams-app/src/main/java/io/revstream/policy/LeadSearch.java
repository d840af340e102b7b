package io.revstream.policy;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Looks for a lead that meets some expressions and none of others, by trying the samples of one attribute after the other and giving up
 * a line as soon as it cannot lead there. Finding none is a proof that there is none.
 */
final class LeadSearch {

    /** Leads in part that are looked at before a search gives up. */
    private static final int MOST_STEPS = 20_000;
    /** The same for all searches together. */
    private static final int MOST_STEPS_IN_ALL = 300_000;

    /** What came of a search. */
    enum Outcome {
        FOUND,
        NONE,
        GAVE_UP
    }

    /** @param lead values of the attributes that matter, when one was found */
    record Found(Outcome outcome, Map<String, Sample> lead) {}

    private static final Found NONE = new Found(Outcome.NONE, Map.of());
    private static final Found GAVE_UP = new Found(Outcome.GAVE_UP, Map.of());

    private final Map<String, Map<Expression, Sample>> tables = new HashMap<>();
    private final Map<Condition, Truths> open = new HashMap<>();
    private final Samples samples;
    private int left = MOST_STEPS_IN_ALL;

    /** @param guards all expressions that searches will be about */
    LeadSearch(Collection<Expression> guards, LikelyValue likelyValue, List<Territory> territories) {
        Map<Expression, Sample> values = new LinkedHashMap<>();
        likelyValue
                .rows()
                .forEach(row -> values.put(Guards.all(row.when(), null), Sample.of(Long.toString(row.value()))));
        tables.put(DerivedFacts.LIKELY_VALUE, values);
        Map<Expression, Sample> names = new LinkedHashMap<>();
        territories.forEach(
                one -> names.put(Guards.of(one), Sample.of(one.territory().toLowerCase(Locale.ROOT))));
        tables.put(DerivedFacts.TERRITORY, names);
        Set<Condition> tests = new LinkedHashSet<>();
        guards.forEach(guard -> tests(guard).forEach(tests::add));
        samples = new Samples(tests);
    }

    /**
     * A lead that meets all of these and none of those.
     *
     * @param consistent whether what is known of it must be true together
     */
    Found find(List<Expression> all, List<Expression> none, boolean consistent) {
        List<String> attributes = Stream.concat(all.stream(), none.stream())
                .flatMap(this::tests)
                .map(Condition::attribute)
                .distinct()
                .toList();
        if (attributes.stream().anyMatch(attribute -> samples.of(attribute) == null)) {
            return GAVE_UP;
        }
        return new Search(all, none, consistent, attributes).from(0);
    }

    /** The tests of attributes that an expression comes down to. */
    private Stream<Condition> tests(Expression expression) {
        return expression
                .conditions()
                .flatMap(test -> tables.containsKey(test.attribute())
                        ? tables.get(test.attribute()).keySet().stream().flatMap(this::tests)
                        : Stream.of(test));
    }

    private final class Search {

        private final List<Expression> all;
        private final List<Expression> none;
        private final boolean consistent;
        private final List<String> attributes;
        private final Map<String, Sample> lead = new TreeMap<>();
        private int steps;

        Search(List<Expression> all, List<Expression> none, boolean consistent, List<String> attributes) {
            this.all = all;
            this.none = none;
            this.consistent = consistent;
            this.attributes = attributes;
        }

        Found from(int next) {
            if (++steps > MOST_STEPS || --left < 0) {
                return GAVE_UP;
            }
            if (consistent && !Consistency.holds(lead)) {
                return NONE;
            }
            List<Truths> wanted =
                    all.stream().map(one -> one.given(this::truth)).toList();
            List<Truths> unwanted =
                    none.stream().map(one -> one.given(this::truth)).toList();
            if (!wanted.stream().allMatch(Truths::possible) || unwanted.stream().anyMatch(Truths::certain)) {
                return NONE;
            }
            if (wanted.stream().allMatch(Truths::certain) && unwanted.stream().noneMatch(Truths::possible)) {
                return new Found(Outcome.FOUND, new TreeMap<>(lead));
            }
            return tryEach(attributes.get(next), next);
        }

        private Found tryEach(String attribute, int next) {
            for (Sample sample : samples.of(attribute)) {
                lead.put(attribute, sample);
                Found found = from(next + 1);
                if (found.outcome() != Outcome.NONE) {
                    lead.remove(attribute);
                    return found;
                }
            }
            lead.remove(attribute);
            return NONE;
        }

        private Truths truth(Condition test) {
            Map<Expression, Sample> table = tables.get(test.attribute());
            if (table != null) {
                return fromTable(test, table);
            }
            Sample given = lead.get(test.attribute());
            return given == null ? open.computeIfAbsent(test, this::whateverItIs) : test.truth(given);
        }

        /** The first row that holds gives the value. */
        private Truths fromTable(Condition test, Map<Expression, Sample> table) {
            Truths truths = Truths.NONE;
            for (Map.Entry<Expression, Sample> row : table.entrySet()) {
                Truths holds = row.getKey().given(this::truth);
                if (holds.possible()) {
                    truths = truths.or(test.truth(row.getValue()));
                }
                if (holds.certain()) {
                    return truths;
                }
            }
            return truths.or(Truths.UNKNOWN);
        }

        private Truths whateverItIs(Condition test) {
            return samples.of(test.attribute()).stream().map(test::truth).reduce(Truths.NONE, Truths::or);
        }
    }
}

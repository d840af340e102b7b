package io.revstream.policy;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tests joined by and, or and not: what an {@code if} of the policy says. A test of an attribute that is not known is itself not known;
 * what is not known does not hold, and neither does its contrary.
 */
public sealed interface Expression {

    /** What it comes out as. */
    Truths given(Function<Condition, Truths> tests);

    /** Its tests, in the order in which they stand there. */
    Stream<Condition> conditions();

    /** In plain words, given those of a test. */
    String words(Function<Condition, String> test);

    /** In plain words. */
    default String words() {
        return words(Condition::words);
    }

    /** Whether it holds for certain. */
    default boolean holds(Facts facts) {
        return given(condition -> condition.truth(facts)).certain();
    }

    /** A test of one attribute. */
    record Is(Condition condition) implements Expression {

        @Override
        public Truths given(Function<Condition, Truths> tests) {
            return tests.apply(condition);
        }

        @Override
        public Stream<Condition> conditions() {
            return Stream.of(condition);
        }

        @Override
        public String words(Function<Condition, String> test) {
            return test.apply(condition);
        }
    }

    /** The contrary. */
    record Not(Expression of) implements Expression {

        @Override
        public Truths given(Function<Condition, Truths> tests) {
            return of.given(tests).not();
        }

        @Override
        public Stream<Condition> conditions() {
            return of.conditions();
        }

        @Override
        public String words(Function<Condition, String> test) {
            return "not (" + of.words(test) + ")";
        }
    }

    /** All of them; of none it is true. */
    record All(List<Expression> of) implements Expression {

        @Override
        public Truths given(Function<Condition, Truths> tests) {
            Truths truths = Truths.TRUE;
            for (Expression one : of) {
                truths = truths.both(one.given(tests));
            }
            return truths;
        }

        @Override
        public Stream<Condition> conditions() {
            return of.stream().flatMap(Expression::conditions);
        }

        @Override
        public String words(Function<Condition, String> test) {
            return of.isEmpty() ? "always" : joined(of, test, " and ");
        }
    }

    /** At least one of them; of none it is false. */
    record Any(List<Expression> of) implements Expression {

        @Override
        public Truths given(Function<Condition, Truths> tests) {
            Truths truths = Truths.FALSE;
            for (Expression one : of) {
                truths = truths.either(one.given(tests));
            }
            return truths;
        }

        @Override
        public Stream<Condition> conditions() {
            return of.stream().flatMap(Expression::conditions);
        }

        @Override
        public String words(Function<Condition, String> test) {
            return of.isEmpty() ? "never" : joined(of, test, " or ");
        }
    }

    /** A test that something is true. */
    static Expression isTrue(String attribute) {
        return new Is(new Condition(attribute, null, null, Set.of("true"), null));
    }

    private static String joined(List<Expression> parts, Function<Condition, String> test, String joint) {
        return parts.stream()
                .map(part -> {
                    String words = part.words(test);
                    boolean whole = parts.size() == 1 || !(part.isJoined() || words.contains(" or "));
                    return whole ? words : "(" + words + ")";
                })
                .collect(Collectors.joining(joint));
    }

    /** Whether it is made of several tests. */
    private boolean isJoined() {
        return !(this instanceof Not) && conditions().count() > 1;
    }
}

package io.revstream.routing;

import io.revstream.state.Occurrence;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;
import java.util.Comparator;

/**
 * That something was stated. Ordered by the instant from which it holds, then by when it was said, so that a plan for later is not undone by
 * what is said before it begins, and a plan for the same instant replaces an earlier plan.
 *
 * @param from from when it holds
 * @param said by which event
 */
record Statement(Instant from, Occurrence said) implements Comparable<Statement> {

    private static final Comparator<Statement> ORDER =
            Comparator.comparing(Statement::from).thenComparing(Statement::said);

    /** A statement that holds at once. */
    static Statement atOnce(Occurrence said) {
        return new Statement(said.at(), said);
    }

    @Override
    public int compareTo(Statement other) {
        return ORDER.compare(this, other);
    }

    /** Whether it takes the place of another; true when there is no other. */
    boolean replaces(Statement other) {
        return other == null || compareTo(other) > 0;
    }

    void write(StateWriter out) {
        out.optionalInstant(from.equals(said.at()) ? null : from);
        said.write(out);
    }

    static Statement read(StateReader in) {
        Instant from = in.optionalInstant();
        Occurrence said = Occurrence.read(in);
        return new Statement(from == null ? said.at() : from, said);
    }
}

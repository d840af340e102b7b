package io.revstream.app.publish;

import java.util.List;

/** Nothing can be published: everything that stands in the way. */
public final class CannotStartException extends Exception {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /** @param problem "Expected ..., but ..." */
    public CannotStartException(String problem) {
        this(List.of(problem));
    }

    CannotStartException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}

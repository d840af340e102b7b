package io.revstream.app.publish.mapping;

import java.util.List;

/** A mapping file that cannot be used: everything that is wrong with it, in the order of the file. */
public final class MappingException extends Exception {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    MappingException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each as {@code file:line:column: error: Expected ..., but ...}. */
    public List<String> problems() {
        return problems;
    }
}

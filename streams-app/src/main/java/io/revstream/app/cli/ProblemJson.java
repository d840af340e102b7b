package io.revstream.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.revstream.document.Problem;
import java.util.Locale;

/** A problem of a document as JSON. */
final class ProblemJson {

    private ProblemJson() {}

    static void add(ArrayNode problems, Problem problem) {
        problems.addObject()
                .put("file", problem.file())
                .put("line", problem.line())
                .put("column", problem.column())
                .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                .put("message", problem.message());
    }
}

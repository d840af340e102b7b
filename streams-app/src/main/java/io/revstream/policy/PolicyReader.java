package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.document.SourceReader;
import java.time.LocalDate;

/** Reads a policy document: all of its problems at once, or a policy. */
public final class PolicyReader {

    private PolicyReader() {}

    /**
     * Reads a document without asking how old its calibration is.
     *
     * @param file how messages name the document
     */
    public static PolicyReading read(String file, String yaml) {
        return read(file, yaml, null);
    }

    /**
     * Reads a document.
     *
     * @param file how messages name the document
     * @param today the day from which the age of the last calibration counts (SCO-27); null does not ask
     */
    public static PolicyReading read(String file, String yaml, LocalDate today) {
        Problems problems = new Problems(file);
        return check(SourceReader.read(yaml, "a policy", problems), today, problems);
    }

    /**
     * Reads a document that was put together of others.
     *
     * @param file how messages name it
     */
    public static PolicyReading read(String file, SourceNode document) {
        return check(document, null, new Problems(file));
    }

    private static PolicyReading check(SourceNode document, LocalDate today, Problems problems) {
        if (document.isPresent()) {
            SchemaCheck.check(document, problems);
            PolicyLint.check(document, today, problems);
        }
        Policy policy = problems.reject() ? null : PolicyBuilder.build(document);
        return new PolicyReading(policy, problems.inOrder());
    }
}

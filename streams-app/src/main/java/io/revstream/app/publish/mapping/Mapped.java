package io.revstream.app.publish.mapping;

import io.revstream.app.publish.rows.Rejection;
import java.util.List;

/** What becomes of a row: all of its events, or none and the reasons why. */
public sealed interface Mapped {

    /** @param events may be none, when every event of the mapping has a condition that does not hold */
    record Events(List<Publication> events) implements Mapped {}

    /** The row does not fit the mapping. */
    record Rejected(Rejection rejection) implements Mapped {}
}

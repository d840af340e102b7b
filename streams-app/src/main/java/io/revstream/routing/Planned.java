package io.revstream.routing;

import java.time.Instant;

/**
 * Details of a rep that hold from a later instant on.
 *
 * @param profile what was stated, and nothing else
 */
public record Planned(Statement statement, RepProfile profile) {

    public Instant from() {
        return statement.from();
    }
}

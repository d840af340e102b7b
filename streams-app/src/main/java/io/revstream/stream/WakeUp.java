package io.revstream.stream;

import java.time.Instant;

/**
 * Time has come to the instant for which an aggregate asked. The decider looks at what is due and may find nothing.
 *
 * @param due the instant asked for
 */
public record WakeUp(Instant due) {}

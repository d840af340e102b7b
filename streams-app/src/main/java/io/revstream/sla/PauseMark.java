package io.revstream.sla;

import java.time.Instant;

/**
 * An activity that pauses a clock, or lets it go on.
 *
 * @param pauses false when it lets it go on
 */
public record PauseMark(Instant at, boolean pauses) {}

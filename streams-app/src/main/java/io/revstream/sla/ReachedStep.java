package io.revstream.sla;

import java.time.Instant;

/**
 * A step that was reached.
 *
 * @param at when: at its due instant, or later because there was nobody whom it concerns, or because it became due only then
 * @param took true when it took the subject from its owner
 */
public record ReachedStep(DueStep due, Instant at, boolean took) {}

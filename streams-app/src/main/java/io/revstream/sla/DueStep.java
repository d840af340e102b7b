package io.revstream.sla;

import java.time.Instant;

/**
 * A step of a running clock's chain.
 *
 * @param variant the variant whose chain it is of, by its place in the policy from 1; 0 for the chain of the clock itself
 * @param position its place in that chain, from 1
 * @param occurrence which time it is, of a step that comes again; from 1
 * @param dueAt when it is due
 */
public record DueStep(int variant, int position, int occurrence, Instant dueAt) {

    /** The same step, due at another instant. */
    DueStep at(Instant due) {
        return new DueStep(variant, position, occurrence, due);
    }
}

package io.revstream.sla;

import java.time.Instant;

/**
 * A step of a running clock's chain.
 *
 * @param position its place in the chain of the policy, from 1
 * @param dueAt when it is due
 * @param reassigned true once it was reached and took the subject away from its owner
 */
public record DueStep(int position, Instant dueAt, boolean reassigned) {}

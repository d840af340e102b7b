package io.revstream.policy;

/**
 * An activity that a rule looks for.
 *
 * @param kind kind of the activity, as in the {@code activities} topic
 * @param asset asset of the activity; null for any
 */
public record Signal(String kind, String asset) {}

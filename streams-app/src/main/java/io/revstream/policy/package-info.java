/**
 * The policy: every figure and rule that decides something, as immutable values, and how a YAML document becomes one. A document is
 * read into nodes that know their place, checked against {@code policy.schema.json}, linted, and only then built.
 *
 * <p>What the figures mean is decided elsewhere: nothing here scores, routes or times. No clock and no Kafka.
 */
package io.revstream.policy;

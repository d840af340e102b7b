/**
 * The shell: hosts a pure decider in Kafka Streams, or in maps for a replay and for virtual time. Time, journal, wake-ups, policy,
 * de-duplication, dead letters and the wire format live here, and the catalogue of topics. No rule of the domain does.
 */
package io.revstream.stream;

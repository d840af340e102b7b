/**
 * Scenarios: what comes in when, and what should come of it. Read from YAML, run with the real deciders in virtual time, and compared
 * field by field. No Kafka here.
 */
package io.revstream.scenario;

/**
 * Publishing of files: rows are read, made into events by a mapping, and handed to a sink; what cannot be published is reported. No Kafka: the
 * sink is an interface.
 */
package io.revstream.app.publish;

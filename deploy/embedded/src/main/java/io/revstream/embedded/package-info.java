/**
 * A real Kafka broker and a schema registry inside this JVM, for tests and the laptop. Everything listens on loopback only and
 * keeps its data in a directory given by the caller. Nothing of the pipeline lives here, and production does not use it.
 */
package io.revstream.embedded;

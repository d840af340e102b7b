/** What the pipeline costs, measured on the real thing: a broker in this JVM, the real topologies, real stores. No test depends on it. */
package io.revstream.benchmarks;

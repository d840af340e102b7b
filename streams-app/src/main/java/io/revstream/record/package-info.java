/** Turns texts that people and files hold into the values of Avro fields. Knows nothing of rows, mappings or scenarios. */
package io.revstream.record;

/** YAML documents that people write, with the place of every value, and what is wrong with them. Knows nothing of what documents say. */
package io.revstream.document;

/**
 * Files read row by row, in constant memory: CSV and JSON lines. Knows lines, quotes and character sets; knows nothing of mappings, events
 * or topics.
 */
package io.revstream.app.publish.rows;

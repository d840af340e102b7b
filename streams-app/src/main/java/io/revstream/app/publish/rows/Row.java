package io.revstream.app.publish.rows;

import java.util.Map;

/**
 * A row of a file.
 *
 * @param file name of the file as the user gave it
 * @param line line on which the row begins, from 1
 * @param values text of each column, as written
 * @param original the row as written, without its line end
 */
public record Row(String file, long line, Map<String, String> values, String original) implements RowRead {}

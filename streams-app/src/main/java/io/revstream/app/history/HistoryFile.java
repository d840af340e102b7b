package io.revstream.app.history;

import io.revstream.app.publish.rows.RowFormat;
import java.nio.file.Path;

/**
 * A file of a history.
 *
 * @param file CSV or JSON lines; {@code -} is standard input
 * @param mapping the mapping that makes events of its rows
 * @param format null when the file's name tells
 */
public record HistoryFile(String file, Path mapping, RowFormat format) {}

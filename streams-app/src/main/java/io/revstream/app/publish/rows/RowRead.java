package io.revstream.app.publish.rows;

/** What a file gives for one row: the row, or why it cannot be read. */
public sealed interface RowRead permits Row, Rejection {}

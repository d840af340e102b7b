package io.revstream.app.publish.mapping;

/**
 * How the text of one value is written.
 *
 * @param split separator of a list; null for a JSON array
 */
record Formats(NumberFormat numbers, TimeFormat times, String split) {}

package io.revstream.record;

/**
 * How the text of one value is written.
 *
 * @param split separator of a list; null for a JSON array
 */
public record Formats(NumberFormat numbers, TimeFormat times, String split) {}

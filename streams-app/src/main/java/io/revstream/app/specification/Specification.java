package io.revstream.app.specification;

/**
 * One of the documents.
 *
 * @param file name of its file
 * @param text Markdown
 */
public record Specification(String file, String text) {}

package io.revstream.document;

/** A place in a document; lines and columns count from 1. */
public record Place(int line, int column) {}

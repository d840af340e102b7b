package io.revstream.policy;

/** A place in a document; lines and columns count from 1. */
record Place(int line, int column) {}

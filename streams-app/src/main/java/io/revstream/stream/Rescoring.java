package io.revstream.stream;

/** A policy has taken effect: what follows from what is known is to be decided afresh. Nothing happened, and no deadline has come. */
public record Rescoring() {}

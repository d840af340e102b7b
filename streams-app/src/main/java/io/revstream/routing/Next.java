package io.revstream.routing;

/**
 * Whose turn it is.
 *
 * @param roster the roster in which the lead was shared out, and not yet given
 * @param rep the rep, as he is in that roster
 * @param price what the lead costs him, in {@link Parts}
 * @param because why it is he, in words
 */
record Next(Roster roster, Rep rep, long price, String because) {}

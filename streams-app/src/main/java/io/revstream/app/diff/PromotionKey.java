package io.revstream.app.diff;

/**
 * Which promotion of which lead: there is one for each pass.
 *
 * @param pass from 1
 */
record PromotionKey(String leadId, int pass) {}

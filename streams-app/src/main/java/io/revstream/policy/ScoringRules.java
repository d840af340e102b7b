package io.revstream.policy;

import java.util.List;

/**
 * How leads are scored.
 *
 * @param lateArrival how much later than another an activity may arrive without its place in the order of arrival mattering
 * @param models the first whose conditions a lead meets scores it, and the last has none
 */
public record ScoringRules(Span lateArrival, List<ScoringModel> models) {}

package io.revstream.policy;

import java.util.List;

/** Scoring models; the first whose conditions a lead meets scores it, and the last has none. */
public record ScoringRules(List<ScoringModel> models) {}

package io.revstream.policy;

/**
 * What share of leads goes from one stage to a later one in a good team.
 *
 * @param from stage, as a policy or its source names it
 * @param to the later stage
 * @param least in percent
 * @param most in percent
 */
public record Benchmark(String from, String to, int least, int most) {}

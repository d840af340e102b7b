package io.revstream.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which pattern is met by which value, each by another one, so that as many as possible are met.
 *
 * @param missing patterns that no value is left for
 * @param left values that no pattern asked for
 */
record Matching(List<Pattern> missing, List<Object> left) {

    static Matching of(List<Pattern> patterns, List<?> values) {
        int[] patternOf = new int[values.size()];
        Arrays.fill(patternOf, -1);
        List<Pattern> missing = new ArrayList<>();
        for (int pattern = 0; pattern < patterns.size(); pattern++) {
            if (!place(pattern, patterns, values, patternOf, new boolean[values.size()])) {
                missing.add(patterns.get(pattern));
            }
        }
        List<Object> left = new ArrayList<>();
        for (int value = 0; value < patternOf.length; value++) {
            if (patternOf[value] < 0) {
                left.add(values.get(value));
            }
        }
        return new Matching(List.copyOf(missing), List.copyOf(left));
    }

    /** Finds a value for a pattern; a pattern that holds it already gives way when it finds another. */
    private static boolean place(
            int pattern, List<Pattern> patterns, List<?> values, int[] patternOf, boolean[] tried) {
        for (int value = 0; value < patternOf.length; value++) {
            if (!tried[value] && patterns.get(pattern).matches(values.get(value))) {
                tried[value] = true;
                if (patternOf[value] < 0 || place(patternOf[value], patterns, values, patternOf, tried)) {
                    patternOf[value] = pattern;
                    return true;
                }
            }
        }
        return false;
    }
}

package io.revstream.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds what a mistyped name was meant to be. */
public final class DidYouMean {

    private DidYouMean() {}

    /** {@code : did you mean "x"?}, or nothing when no name is near. */
    public static String question(String found, Collection<String> known) {
        String nearest = nearest(found, known);
        return nearest == null ? "" : ": did you mean \"" + nearest + "\"?";
    }

    /** The name that is near, or null. A third of its letters may be wrong. */
    public static String nearest(String found, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(found, name) <= Math.max(found.length(), name.length()) / 3)
                .min(Comparator.comparingInt(name -> distance(found, name)))
                .orElse(null);
    }

    /** Letters to change, add, drop or swap with their neighbour; letter case does not count. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}

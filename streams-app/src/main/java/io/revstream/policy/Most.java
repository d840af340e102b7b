package io.revstream.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The most points that a rule can give, and with which others.
 *
 * @param group rules of the same group do not pay together; null for a rule without one
 * @param replaces names of rules that do not pay as long as this one does
 */
record Most(String rule, String group, long points, List<String> replaces) {

    /** The most points of fit rules: of each group the highest. */
    static long ofFit(List<Most> rules) {
        long most = 0;
        Map<String, Long> highest = new HashMap<>();
        for (Most rule : rules) {
            if (rule.group == null) {
                most += rule.points;
            } else {
                highest.merge(rule.group, rule.points, Math::max);
            }
        }
        for (long points : highest.values()) {
            most += points;
        }
        return most;
    }

    /** The most points of engagement rules of which none replaces another. */
    static long ofEngagement(List<Most> rules) {
        long most = 0;
        List<Most> left = new ArrayList<>(rules);
        while (!left.isEmpty()) {
            List<Most> connected = connected(left);
            left.removeAll(connected);
            most += best(connected);
        }
        return most;
    }

    /** The first rule with all that it replaces or is replaced by, directly or over others. */
    private static List<Most> connected(List<Most> rules) {
        List<Most> found = new ArrayList<>(List.of(rules.get(0)));
        for (int i = 0; i < found.size(); i++) {
            for (Most other : rules) {
                if (!found.contains(other) && found.get(i).excludes(other)) {
                    found.add(other);
                }
            }
        }
        return found;
    }

    /** With the first rule and without those that it excludes, or without it. */
    private static long best(List<Most> rules) {
        if (rules.isEmpty()) {
            return 0;
        }
        Most first = rules.get(0);
        List<Most> others = rules.subList(1, rules.size());
        List<Most> beside =
                others.stream().filter(other -> !first.excludes(other)).toList();
        long with = first.points + best(beside);
        return beside.size() == others.size() ? with : Math.max(with, best(others));
    }

    private boolean excludes(Most other) {
        return replaces.contains(other.rule) || other.replaces.contains(rule);
    }

    /** Names of rules on a circle of replacements. */
    static Set<String> cyclic(List<Most> rules) {
        Map<String, List<String>> replaces = new HashMap<>();
        rules.forEach(rule -> replaces.put(rule.rule, rule.replaces));
        Set<String> cyclic = new HashSet<>();
        for (Most rule : rules) {
            Set<String> reached = new HashSet<>();
            List<String> open = new ArrayList<>(rule.replaces);
            while (!open.isEmpty()) {
                String next = open.remove(open.size() - 1);
                if (reached.add(next)) {
                    open.addAll(replaces.getOrDefault(next, List.of()));
                }
            }
            if (reached.contains(rule.rule)) {
                cyclic.add(rule.rule);
            }
        }
        return cyclic;
    }
}

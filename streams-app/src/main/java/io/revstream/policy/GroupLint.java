package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Checks groups of fit rules: one attribute, and bands of numbers that neither overlap nor leave a gap (SCO-13). */
record GroupLint(Problems problems) {

    void check(SourceNode fit) {
        Map<String, List<SourceNode>> groups = new LinkedHashMap<>();
        for (SourceNode rule : fit.items()) {
            if (rule.at("group").text() != null) {
                groups.computeIfAbsent(rule.at("group").text(), g -> new ArrayList<>())
                        .add(rule);
            }
        }
        groups.forEach(this::attribute);
        groups.values().forEach(this::bands);
    }

    private void attribute(String group, List<SourceNode> rules) {
        String first = rules.get(0).at("attribute").text();
        for (SourceNode rule : rules) {
            SourceNode attribute = rule.at("attribute");
            if (first != null && attribute.text() != null && !attribute.text().equals(first)) {
                problems.error(
                        attribute,
                        "Expected \"" + first + "\", which the group \"" + group + "\" tests, but found \""
                                + attribute.text() + "\": one of a group pays");
            }
        }
    }

    private void bands(List<SourceNode> rules) {
        List<SourceNode> bands = rules.stream()
                .filter(GroupLint::isBand)
                .filter(rule -> Objects.equals(
                        rule.at("attribute").text(),
                        rules.get(0).at("attribute").text()))
                .sorted(Comparator.comparingLong(GroupLint::from))
                .toList();
        for (int i = 1; i < bands.size(); i++) {
            SourceNode lower = bands.get(i - 1);
            SourceNode band = bands.get(i);
            SourceNode from = band.at("from");
            Long end = lower.at("to").number();
            String name = "\"" + lower.at("rule").text() + "\"";
            if (end == null || from(band) <= end) {
                String until = end == null ? "has no end" : "ends at " + end;
                problems.error(
                        from.isPresent() ? from : band,
                        "Expected a band that begins where " + name + " ends, but that " + until
                                + " and this one begins at " + from(band) + ": they overlap");
            } else if (from(band) > end + 1) {
                problems.error(
                        from,
                        "Expected a band that begins at " + (end + 1) + ", where " + name + " ends, but found "
                                + from(band) + ": there is a gap");
            }
        }
    }

    private static boolean isBand(SourceNode rule) {
        return (rule.at("from").number() != null || rule.at("to").number() != null)
                && !rule.at("in").isPresent()
                && !rule.at("notIn").isPresent();
    }

    private static long from(SourceNode band) {
        Long from = band.at("from").number();
        return from == null ? 0 : from;
    }
}

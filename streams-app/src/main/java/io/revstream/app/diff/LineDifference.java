package io.revstream.app.diff;

import io.revstream.events.LedgerLine;
import io.revstream.events.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A line of the ledger that two policies do not share.
 *
 * @param rule the policy rule
 * @param before the line under the first policy; null when it has none
 * @param after the line under the second policy; null when it has none
 */
public record LineDifference(String rule, LedgerLine before, LedgerLine after) {

    /** Lines that give other points or another contribution, in the order of the ledgers. */
    static List<LineDifference> between(Score before, Score after) {
        Map<String, LedgerLine> former = byRule(before);
        Map<String, LedgerLine> later = byRule(after);
        Map<String, LedgerLine> all = new LinkedHashMap<>(former);
        later.forEach(all::putIfAbsent);
        List<LineDifference> differences = new ArrayList<>();
        for (Map.Entry<String, LedgerLine> one : all.entrySet()) {
            LedgerLine was = former.get(one.getKey());
            LedgerLine is = later.get(one.getKey());
            if (was == null || is == null || !same(was, is)) {
                differences.add(new LineDifference(one.getValue().getRule(), was, is));
            }
        }
        return List.copyOf(differences);
    }

    private static boolean same(LedgerLine one, LedgerLine other) {
        return one.getPoints().compareTo(other.getPoints()) == 0
                && one.getContribution().compareTo(other.getContribution()) == 0;
    }

    private static Map<String, LedgerLine> byRule(Score score) {
        Map<String, LedgerLine> lines = new LinkedHashMap<>();
        if (score != null) {
            score.getLedger().forEach(line -> lines.put(line.getPart() + " " + line.getRule(), line));
        }
        return lines;
    }
}

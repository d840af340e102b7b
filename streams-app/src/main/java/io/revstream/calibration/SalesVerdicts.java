package io.revstream.calibration;

import io.revstream.calibration.Mql.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What sales made of MQLs, so that scoring can learn from it (CAL-08, REJ-16, SCO-29). It informs those who set points; it sets none.
 *
 * @param all of all MQLs
 * @param byRole by the role of who decided; those whose role is not known under {@code unknown}
 * @param byRule by the scoring rules that paid at the promotion: one MQL counts under each
 * @param byAttribute by attribute and word, as {@code industry=software}, for those that a rejected lead has
 * @param recycled of MQLs that had been rejected before
 */
public record SalesVerdicts(
        Decided all,
        SortedMap<String, Decided> byRole,
        SortedMap<String, Decided> byRule,
        SortedMap<String, Decided> byAttribute,
        Decided recycled) {

    public SalesVerdicts {
        byRole = Collections.unmodifiableSortedMap(new TreeMap<>(byRole));
        byRule = Collections.unmodifiableSortedMap(new TreeMap<>(byRule));
        byAttribute = Collections.unmodifiableSortedMap(new TreeMap<>(byAttribute));
    }

    /** Of the MQLs that were decided on in a period. */
    static SalesVerdicts of(Collection<LeadCase> cases, Period period) {
        List<Mql> all = new ArrayList<>();
        List<Mql> recycled = new ArrayList<>();
        SortedMap<String, List<Mql>> byRole = new TreeMap<>();
        SortedMap<String, List<Mql>> byRule = new TreeMap<>();
        SortedMap<String, List<Mql>> byAttribute = new TreeMap<>();
        for (LeadCase lead : cases) {
            for (Mql mql : lead.mqls()) {
                if (mql.verdict() == Verdict.NONE || !period.holds(mql.decidedAt())) {
                    continue;
                }
                all.add(mql);
                if (mql.recycled()) {
                    recycled.add(mql);
                }
                put(byRole, mql.role() == null ? "unknown" : mql.role(), mql);
                mql.paid().forEach(rule -> put(byRule, rule, mql));
                lead.attributes()
                        .forEach((attribute, words) ->
                                words.forEach(word -> put(byAttribute, attribute + "=" + word, mql)));
            }
        }
        byAttribute.values().removeIf(mqls -> mqls.stream().noneMatch(mql -> mql.verdict() == Verdict.REJECTED));
        return new SalesVerdicts(
                Decided.on(all), decided(byRole), decided(byRule), decided(byAttribute), Decided.on(recycled));
    }

    private static void put(SortedMap<String, List<Mql>> table, String name, Mql mql) {
        table.computeIfAbsent(name, n -> new ArrayList<>()).add(mql);
    }

    private static SortedMap<String, Decided> decided(SortedMap<String, List<Mql>> table) {
        SortedMap<String, Decided> decided = new TreeMap<>();
        table.forEach((name, mqls) -> decided.put(name, Decided.on(mqls)));
        return decided;
    }
}

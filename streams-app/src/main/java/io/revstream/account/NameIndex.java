package io.revstream.account;

import io.revstream.events.NameCandidate;
import io.revstream.policy.AccountRules.NameMatch;
import io.revstream.policy.TargetAccounts.Target;
import io.revstream.profile.CompanyName;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names of accounts that begin the same, and leads who wait for a similar one.
 *
 * @param names by account id, as written
 * @param waiting by lead id, the company name that a lead asks for and nobody had yet
 */
record NameIndex(SortedMap<String, String> names, SortedMap<String, String> waiting) {

    static final NameIndex NONE = new NameIndex(new TreeMap<>(), new TreeMap<>());

    /** More candidates than these help nobody to decide. */
    private static final int MOST_CANDIDATES = 5;

    private static final int VERSION = 1;

    NameIndex {
        names = Collections.unmodifiableSortedMap(names);
        waiting = Collections.unmodifiableSortedMap(waiting);
    }

    NameIndex named(String account, String name) {
        return new NameIndex(with(names, account, name), waiting);
    }

    NameIndex withoutName(String account) {
        return new NameIndex(with(names, account, null), waiting);
    }

    NameIndex waits(String lead, String name) {
        return new NameIndex(names, with(waiting, lead, name));
    }

    NameIndex answered(String lead) {
        return new NameIndex(names, with(waiting, lead, null));
    }

    private static SortedMap<String, String> with(SortedMap<String, String> map, String key, String value) {
        SortedMap<String, String> after = new TreeMap<>(map);
        if (value == null) {
            after.remove(key);
        } else {
            after.put(key, value);
        }
        return after;
    }

    /** Accounts and targets with a similar name, the most similar first. */
    List<NameCandidate> candidates(String company, NameMatch rule, Collection<Target> targets) {
        SortedMap<String, String> known = new TreeMap<>(names);
        for (Target target : targets) {
            if (target.name() != null) {
                known.put(target.account(), target.name());
            }
        }
        CompanyName asked = CompanyName.of(company, rule.ignored());
        return known.entrySet().stream()
                .map(each -> candidate(each, asked, rule))
                .filter(each -> each.getSimilarity() >= rule.from())
                .sorted(Comparator.comparing(NameCandidate::getSimilarity)
                        .reversed()
                        .thenComparing(NameCandidate::getAccountId))
                .limit(MOST_CANDIDATES)
                .toList();
    }

    private static NameCandidate candidate(Map.Entry<String, String> account, CompanyName asked, NameMatch rule) {
        CompanyName name = CompanyName.of(account.getValue(), rule.ignored());
        return new NameCandidate(account.getKey(), account.getValue(), asked.similarity(name));
    }

    void write(StateWriter out) {
        out.version(VERSION);
        out.map(names, StateWriter::text);
        out.map(waiting, StateWriter::text);
    }

    static NameIndex read(StateReader in) {
        in.version("an index of names", VERSION);
        return new NameIndex(new TreeMap<>(in.map(StateReader::text)), new TreeMap<>(in.map(StateReader::text)));
    }
}

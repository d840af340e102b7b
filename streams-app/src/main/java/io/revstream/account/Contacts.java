package io.revstream.account;

import io.revstream.policy.AccountRules.Users;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The contacts of an account and what they add to it, in the order of their ids.
 *
 * @param byLead by lead id
 * @param overflowed whether there were ever more than are kept, which is said once
 */
record Contacts(SortedMap<String, Tie> byLead, boolean overflowed) {

    static final Contacts NONE = new Contacts(new TreeMap<>(), false);

    private static final int VERSION = 1;
    private static final int LIVE = 1;
    private static final int ENGAGED = 2;
    private static final int USER = 4;
    private static final int INVITED = 8;
    private static final int ANONYMOUS = 16;
    private static final int COUNTS = 32;

    Contacts {
        byLead = Collections.unmodifiableSortedMap(byLead);
    }

    /** Null for a lead that is not kept. */
    Tie tie(String lead) {
        return byLead.get(lead);
    }

    int size() {
        return byLead.size();
    }

    /** How many contacts are engaged. */
    int engaged() {
        return count(Tie::engaged);
    }

    /** How many contacts count for a buying committee. */
    int committee() {
        return count(Tie::counts);
    }

    /** How many contacts use the product. */
    int users() {
        return count(Tie::user);
    }

    /** Whether the product is used as a team (RTE-06); never where the policy counts no users. */
    boolean teamUsage(Users rule) {
        return rule != null && (users() >= rule.teamFrom() || count(Tie::invited) > 0);
    }

    /** The engagement of the account, in hundredths: the sum over all contacts and anonymous visitors (ACC-07). */
    long points() {
        long sum = 0;
        for (Tie tie : byLead.values()) {
            sum += tie.points();
        }
        return sum;
    }

    private int count(Function<Tie, Boolean> which) {
        int count = 0;
        for (Tie tie : byLead.values()) {
            count += which.apply(tie) ? 1 : 0;
        }
        return count;
    }

    Contacts with(String lead, Tie tie) {
        if (tie.equals(byLead.get(lead))) {
            return this;
        }
        SortedMap<String, Tie> after = new TreeMap<>(byLead);
        after.put(lead, tie);
        return new Contacts(after, overflowed);
    }

    Contacts without(String lead) {
        SortedMap<String, Tie> after = new TreeMap<>(byLead);
        after.remove(lead);
        return new Contacts(after, overflowed);
    }

    /** Without those who resolved to a domain. */
    Contacts withoutVia(String domain) {
        SortedMap<String, Tie> after = new TreeMap<>(byLead);
        after.values().removeIf(tie -> domain.equals(tie.via()));
        return after.size() == byLead.size() ? this : new Contacts(after, overflowed);
    }

    Contacts overflowing() {
        return new Contacts(byLead, true);
    }

    /** Domains and traits are written once, and instants as what they lie after the earliest. */
    void write(StateWriter out) {
        out.version(VERSION);
        out.flag(overflowed);
        Collection<Tie> ties = byLead.values();
        List<String> domains = new ArrayList<>(
                new TreeSet<>(ties.stream().map(Contacts::domain).toList()));
        List<Traits> traits =
                new ArrayList<>(new TreeSet<>(ties.stream().map(Tie::traits).toList()));
        long from = earliest(ties);
        Map<String, Integer> domainPlaces = places(domains);
        Map<Traits, Integer> traitPlaces = places(traits);
        out.list(domains, StateWriter::text);
        out.list(traits, (to, one) -> one.write(to));
        out.signed(from);
        out.map(byLead, (to, tie) -> {
            to.unsigned(domainPlaces.get(domain(tie)));
            to.unsigned(traitPlaces.get(tie.traits()));
            to.unsigned(flags(tie));
            to.signed(tie.points());
            to.unsigned(after(from, tie.at()));
            if (tie.counts()) {
                to.unsigned(after(from, tie.since()));
            }
        });
    }

    private static String domain(Tie tie) {
        return tie.via() == null ? "" : tie.via();
    }

    private static <T> Map<T, Integer> places(List<T> values) {
        Map<T, Integer> places = new HashMap<>();
        values.forEach(value -> places.put(value, places.size()));
        return places;
    }

    private static int flags(Tie tie) {
        return (tie.live() ? LIVE : 0)
                + (tie.engaged() ? ENGAGED : 0)
                + (tie.user() ? USER : 0)
                + (tie.invited() ? INVITED : 0)
                + (tie.anonymous() ? ANONYMOUS : 0)
                + (tie.counts() ? COUNTS : 0);
    }

    /** A contact that has not said what it does has no instant. */
    private static long earliest(Collection<Tie> ties) {
        long earliest = Long.MAX_VALUE;
        for (Tie tie : ties) {
            long since = tie.counts() ? tie.since().toEpochMilli() : Long.MAX_VALUE;
            long at = tie.at().equals(Instant.EPOCH) ? Long.MAX_VALUE : tie.at().toEpochMilli();
            earliest = Math.min(earliest, Math.min(since, at));
        }
        return earliest == Long.MAX_VALUE ? 0 : earliest;
    }

    private static long after(long from, Instant at) {
        return at.equals(Instant.EPOCH) ? 0 : at.toEpochMilli() - from + 1;
    }

    private static Instant instant(long from, long after) {
        return after == 0 ? Instant.EPOCH : Instant.ofEpochMilli(from + after - 1);
    }

    static Contacts read(StateReader in) {
        in.version("contacts", VERSION);
        boolean overflowed = in.flag();
        List<String> domains = in.list(StateReader::text);
        List<Traits> traits = in.list(Traits::read);
        long start = in.signed();
        Map<String, Tie> ties = in.map(from -> {
            String via = from.element(domains);
            Traits has = from.element(traits);
            long flags = from.unsigned();
            long points = from.signed();
            Instant at = instant(start, from.unsigned());
            boolean counts = (flags & COUNTS) != 0;
            return new Tie(
                    via.isEmpty() ? null : via,
                    (flags & LIVE) != 0,
                    (flags & ANONYMOUS) != 0,
                    has,
                    points,
                    (flags & ENGAGED) != 0,
                    counts ? instant(start, from.unsigned()) : null,
                    (flags & USER) != 0,
                    (flags & INVITED) != 0,
                    at);
        });
        return new Contacts(new TreeMap<>(ties), overflowed);
    }
}

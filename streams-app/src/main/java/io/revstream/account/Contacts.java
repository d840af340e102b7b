package io.revstream.account;

import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The contacts of an account, in the order of their ids.
 *
 * @param byLead by lead id
 * @param overflowed whether there were ever more than are kept, which is said once
 */
record Contacts(SortedMap<String, Tie> byLead, boolean overflowed) {

    static final Contacts NONE = new Contacts(new TreeMap<>(), false);

    private static final int VERSION = 1;
    private static final int LIVE = 1;
    private static final int ENGAGED = 2;

    Contacts {
        byLead = Collections.unmodifiableSortedMap(byLead);
    }

    /**
     * How a contact belongs to the account.
     *
     * @param via the claimed domain that it resolved to; null when it resolved to the account itself
     * @param live false while all that is known of it is imported history
     * @param engaged whether it is engaged
     */
    record Tie(String via, boolean live, boolean engaged) {}

    /** Null for a lead that is not kept. */
    Tie tie(String lead) {
        return byLead.get(lead);
    }

    int size() {
        return byLead.size();
    }

    int engaged() {
        return (int) byLead.values().stream().filter(Tie::engaged).count();
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

    /** Each domain is written once: for a contact there are two bytes beside its id. */
    void write(StateWriter out) {
        out.version(VERSION);
        out.flag(overflowed);
        List<String> domains = new ArrayList<>(new TreeSet<>(byLead.values().stream()
                .map(tie -> tie.via() == null ? "" : tie.via())
                .toList()));
        Map<String, Integer> places = new HashMap<>();
        domains.forEach(domain -> places.put(domain, places.size()));
        out.list(domains, StateWriter::text);
        out.map(byLead, (to, tie) -> {
            to.unsigned(places.get(tie.via() == null ? "" : tie.via()));
            to.unsigned((tie.live() ? LIVE : 0) + (tie.engaged() ? ENGAGED : 0));
        });
    }

    static Contacts read(StateReader in) {
        in.version("contacts", VERSION);
        boolean overflowed = in.flag();
        List<String> domains = in.list(StateReader::text);
        Map<String, Tie> ties = in.map(from -> {
            String via = from.element(domains);
            long flags = from.unsigned();
            return new Tie(via.isEmpty() ? null : via, (flags & LIVE) != 0, (flags & ENGAGED) != 0);
        });
        return new Contacts(new TreeMap<>(ties), overflowed);
    }
}

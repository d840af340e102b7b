package io.revstream.account;

import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Contacts of an account who follow the choice that is being made for another of them, so that all get one rep (ACC-05). While that other one
 * waits in the queue of a team they stand there behind it.
 *
 * @param contacts in the order of their arrival
 * @param queue the team in whose queue the contact waits for whom an owner is being chosen; null while it waits in none
 * @param behind teams in whose queues they stand, by lead id
 */
record Followers(List<Contact> contacts, String queue, SortedMap<String, String> behind) implements Iterable<Contact> {

    /** Nobody waits. */
    static final Followers NONE = new Followers(List.of(), null, new TreeMap<>());

    Followers {
        contacts = List.copyOf(contacts);
        behind = Collections.unmodifiableSortedMap(new TreeMap<>(behind));
    }

    @Override
    public Iterator<Contact> iterator() {
        return contacts.iterator();
    }

    /** What a lead asked that stands behind another in the queue of a team; null when it does not, or asks for another pass or round by now. */
    Contact behind(String leadId, int pass, int round, String team) {
        return contacts.stream()
                .filter(contact ->
                        contact.leadId().equals(leadId) && contact.pass() == pass && contact.round() == round)
                .filter(contact -> team.equals(behind.get(leadId)))
                .findFirst()
                .orElse(null);
    }

    boolean standsIn(String team, Contact contact) {
        return team.equals(behind.get(contact.leadId()));
    }

    /** The contact for whom an owner is being chosen waits in the queue of a team; null when it waits in none. */
    Followers queue(String team) {
        return new Followers(contacts, team, behind);
    }

    /** With one more; what he had asked before is replaced. */
    Followers with(Contact contact) {
        Followers others = without(contact.leadId());
        List<Contact> all = new ArrayList<>(others.contacts);
        all.add(contact);
        return new Followers(all, queue, others.behind);
    }

    /** Without any of them. */
    Followers nobody() {
        return new Followers(List.of(), queue, new TreeMap<>());
    }

    Followers without(String leadId) {
        SortedMap<String, String> teams = new TreeMap<>(behind);
        teams.remove(leadId);
        return new Followers(
                contacts.stream()
                        .filter(known -> !known.leadId().equals(leadId))
                        .toList(),
                queue,
                teams);
    }

    Followers standing(String leadId, String team) {
        SortedMap<String, String> teams = new TreeMap<>(behind);
        teams.put(leadId, team);
        return new Followers(contacts, queue, teams);
    }

    void write(StateWriter out) {
        out.list(contacts, (to, contact) -> contact.write(to));
        out.optionalText(queue);
        out.map(behind, StateWriter::text);
    }

    static Followers read(StateReader in) {
        return new Followers(in.list(Contact::read), in.optionalText(), new TreeMap<>(in.map(StateReader::text)));
    }
}

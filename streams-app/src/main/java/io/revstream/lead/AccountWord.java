package io.revstream.lead;

import io.revstream.events.ContactFact;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an account says of itself.
 *
 * @param known false while neither the CRM nor the policy knows it
 * @param tier its ABM tier; 0 for none
 * @param engagedContacts how many of its contacts are engaged
 * @param ownerId the rep who owns it; null for nobody
 * @param users how many of its contacts use the product
 * @param teamUsage whether they do so as a team
 * @param more further fields that conditions of the policy ask for
 */
record AccountWord(
        boolean known,
        boolean customer,
        boolean named,
        int tier,
        int engagedContacts,
        String ownerId,
        int users,
        boolean teamUsage,
        SortedMap<String, String> more) {

    static final AccountWord NONE = new AccountWord(true, false, false, 0, 0, null, 0, false, new TreeMap<>());

    private static final int VERSION = 1;

    AccountWord {
        more = Collections.unmodifiableSortedMap(more);
    }

    static AccountWord of(ContactFact fact) {
        return new AccountWord(
                fact.getKnown(),
                fact.getCustomer(),
                fact.getNamed(),
                fact.getTier() == null ? 0 : fact.getTier(),
                fact.getEngagedContacts(),
                fact.getOwnerId(),
                fact.getUsers(),
                fact.getTeamUsage(),
                new TreeMap<>(fact.getMore()));
    }

    /** As if no contact did anything. */
    AccountWord withoutContacts() {
        return new AccountWord(known, customer, named, tier, 0, ownerId, 0, false, more);
    }

    /** Whether any contact does something. */
    boolean hasContacts() {
        return engagedContacts > 0 || users > 0 || teamUsage;
    }

    void write(StateWriter out) {
        out.version(VERSION);
        out.flag(known);
        out.flag(customer);
        out.flag(named);
        out.unsigned(tier);
        out.unsigned(engagedContacts);
        out.optionalText(ownerId);
        out.unsigned(users);
        out.flag(teamUsage);
        out.map(more, StateWriter::text);
    }

    static AccountWord read(StateReader in) {
        in.version("an account's word", VERSION);
        boolean known = in.flag();
        boolean customer = in.flag();
        boolean named = in.flag();
        int tier = Math.toIntExact(in.unsigned());
        int engagedContacts = Math.toIntExact(in.unsigned());
        String ownerId = in.optionalText();
        int users = Math.toIntExact(in.unsigned());
        boolean teamUsage = in.flag();
        return new AccountWord(
                known,
                customer,
                named,
                tier,
                engagedContacts,
                ownerId,
                users,
                teamUsage,
                new TreeMap<>(in.map(StateReader::text)));
    }
}

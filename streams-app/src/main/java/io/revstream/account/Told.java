package io.revstream.account;

import io.revstream.events.ContactFact;
import io.revstream.policy.AccountRules;
import io.revstream.policy.Policy;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an account tells its contacts of itself.
 *
 * @param known whether the CRM or the policy tells anything of it
 * @param tier 0 for none
 * @param ownerId null for nobody
 * @param engagedContacts how many contacts are engaged, as far as the policy counts
 * @param users how many contacts use the product, as far as the policy counts
 * @param teamUsage whether they do so as a team
 * @param more further fields that conditions of the policy ask for
 */
record Told(
        boolean known,
        boolean customer,
        boolean named,
        int tier,
        String ownerId,
        int engagedContacts,
        int users,
        boolean teamUsage,
        SortedMap<String, String> more) {

    static final Told NOTHING = new Told(false, false, false, 0, null, 0, 0, false, new TreeMap<>());

    private static final int VERSION = 1;

    Told {
        more = Collections.unmodifiableSortedMap(more);
    }

    /** What is to be told now. */
    static Told of(AccountState account, Policy policy) {
        AccountRules rules = policy.accounts();
        Owner owner = Owner.of(account, policy);
        Contacts contacts = account.contacts();
        Integer tier = owner.tier();
        return new Told(
                owner.tellsOfAccount(),
                "true".equals(account.attributes().text("customer")),
                owner.isNamed(),
                tier == null ? 0 : tier,
                owner.repId(),
                Math.min(contacts.engaged(), rules.countedUpTo()),
                Math.min(contacts.users(), rules.countedUpTo()),
                contacts.teamUsage(rules.users()),
                more(account, rules));
    }

    /** Fields of the account that conditions ask for, as stated. */
    private static SortedMap<String, String> more(AccountState account, AccountRules rules) {
        SortedMap<String, String> more = new TreeMap<>();
        for (String field : rules.asked()) {
            String text = account.attributes().text(field);
            if (text != null) {
                more.put(field, text);
            }
        }
        return more;
    }

    /** As a fact for a contact; whom it is for is still to be said. */
    ContactFact.Builder toFact() {
        return ContactFact.newBuilder()
                .setKnown(known)
                .setCustomer(customer)
                .setNamed(named)
                .setTier(tier == 0 ? null : Integer.valueOf(tier))
                .setOwnerId(ownerId)
                .setEngagedContacts(engagedContacts)
                .setUsers(users)
                .setTeamUsage(teamUsage)
                .setMore(more);
    }

    void write(StateWriter out) {
        out.version(VERSION);
        out.flag(known);
        out.flag(customer);
        out.flag(named);
        out.unsigned(tier);
        out.optionalText(ownerId);
        out.unsigned(engagedContacts);
        out.unsigned(users);
        out.flag(teamUsage);
        out.map(more, StateWriter::text);
    }

    static Told read(StateReader in) {
        in.version("what was told", VERSION);
        return new Told(
                in.flag(),
                in.flag(),
                in.flag(),
                Math.toIntExact(in.unsigned()),
                in.optionalText(),
                Math.toIntExact(in.unsigned()),
                Math.toIntExact(in.unsigned()),
                in.flag(),
                new TreeMap<>(in.map(StateReader::text)));
    }
}

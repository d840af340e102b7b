package io.revstream.account;

import io.revstream.profile.Attributes;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of an account. A company that no CRM record names is an account by its e-mail domain, and a lead without a company is
 * an account of its own. By a key of its own, an index of account names is one too.
 *
 * @param id account id
 * @param attributes what the CRM says, by the names of {@code AccountDetails}
 * @param claimedBy the account whose domain this is, to which all contacts are passed on; null when it stands for itself
 * @param choice the rep who was chosen for an earlier contact; null when none was
 * @param choosing the contact for whom an owner is being chosen; null when none is
 * @param waiting further contacts, who wait for that choice and follow it
 * @param contacts all its contacts
 * @param told what its contacts were told of it last
 * @param conflicts what copies of the record hold otherwise, as {@code system/attribute}
 * @param said what it has said to others and still stands
 * @param names of an index: names of accounts, and leads who ask for one
 */
public record AccountState(
        String id,
        Attributes attributes,
        String claimedBy,
        Choice choice,
        Contact choosing,
        Followers waiting,
        Contacts contacts,
        Told told,
        Set<String> conflicts,
        Said said,
        NameIndex names) {

    public AccountState {
        conflicts = Collections.unmodifiableSortedSet(new TreeSet<>(conflicts));
    }

    static AccountState unknown(String id) {
        return new AccountState(
                id,
                Attributes.NONE,
                null,
                null,
                null,
                Followers.NONE,
                Contacts.NONE,
                Told.NOTHING,
                Set.of(),
                Said.NOTHING,
                NameIndex.NONE);
    }

    /** The rep whom a team chose. */
    record Choice(String teamId, String repId) {}

    AccountState with(Attributes known) {
        return new AccountState(
                id, known, claimedBy, choice, choosing, waiting, contacts, told, conflicts, said, names);
    }

    AccountState withConflicts(Set<String> all) {
        return new AccountState(id, attributes, claimedBy, choice, choosing, waiting, contacts, told, all, said, names);
    }

    AccountState claimedBy(String account) {
        return new AccountState(
                id, attributes, account, choice, choosing, waiting, contacts, told, conflicts, said, names);
    }

    AccountState choosing(Contact contact) {
        return new AccountState(
                id, attributes, claimedBy, choice, contact, waiting, contacts, told, conflicts, said, names);
    }

    AccountState choice(Choice chosen) {
        return new AccountState(
                id, attributes, claimedBy, chosen, choosing, waiting, contacts, told, conflicts, said, names);
    }

    /** Whether an owner is being chosen for another contact. */
    boolean isChoosingForOtherThan(Contact contact) {
        return choosing != null && !choosing.leadId().equals(contact.leadId());
    }

    AccountState waiting(Followers followers) {
        return new AccountState(
                id, attributes, claimedBy, choice, choosing, followers, contacts, told, conflicts, said, names);
    }

    AccountState contacts(Contacts known) {
        return new AccountState(
                id, attributes, claimedBy, choice, choosing, waiting, known, told, conflicts, said, names);
    }

    AccountState told(Told now) {
        return new AccountState(
                id, attributes, claimedBy, choice, choosing, waiting, contacts, now, conflicts, said, names);
    }

    AccountState said(Said now) {
        return new AccountState(
                id, attributes, claimedBy, choice, choosing, waiting, contacts, told, conflicts, now, names);
    }

    AccountState names(NameIndex index) {
        return new AccountState(
                id, attributes, claimedBy, choice, choosing, waiting, contacts, told, conflicts, said, index);
    }
}

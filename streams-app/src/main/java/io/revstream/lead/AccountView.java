package io.revstream.lead;

import io.revstream.events.ContactFact;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;

/**
 * What a lead knows of its account, by the account's latest fact, and what the account was told of the lead.
 *
 * @param accountId the account that was told of the lead; null before it was told
 * @param engagedTold whether the account was told that the lead is engaged
 * @param customer whether the account is an existing customer
 * @param named whether it is a named account
 * @param tier its ABM tier; 0 for none
 * @param engagedContacts how many of its contacts are engaged
 */
record AccountView(
        String accountId, boolean engagedTold, boolean customer, boolean named, int tier, int engagedContacts) {

    static final AccountView NONE = new AccountView(null, false, false, false, 0, 0);

    private static final int VERSION = 1;

    AccountView told(ContactFact fact) {
        return new AccountView(
                accountId,
                engagedTold,
                fact.getCustomer(),
                fact.getNamed(),
                fact.getTier() == null ? 0 : fact.getTier(),
                fact.getEngagedContacts());
    }

    void write(StateWriter out) {
        out.version(VERSION);
        out.optionalText(accountId);
        out.flag(engagedTold);
        out.flag(customer);
        out.flag(named);
        out.unsigned(tier);
        out.unsigned(engagedContacts);
    }

    static AccountView read(StateReader in) {
        in.version("an account's view", VERSION);
        return new AccountView(
                in.optionalText(),
                in.flag(),
                in.flag(),
                in.flag(),
                Math.toIntExact(in.unsigned()),
                Math.toIntExact(in.unsigned()));
    }
}

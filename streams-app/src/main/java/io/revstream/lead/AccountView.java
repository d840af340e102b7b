package io.revstream.lead;

import io.revstream.events.ContactFact;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;

/**
 * What a lead knows of its account, by the account's latest fact, and what the account was told of the lead.
 *
 * @param accountId the account that was told of the lead; null while nothing tells its company
 * @param liveTold whether the account was told by news: it does not tell imported contacts of its changes
 * @param engagedTold whether the account was told that the lead is engaged
 * @param answered whether the account has said what it is since it was told of the lead
 * @param heldUntil until when a promotion that is due waits for that answer; null when none waits
 * @param customer whether the account is an existing customer
 * @param named whether it is a named account
 * @param tier its ABM tier; 0 for none
 * @param engagedContacts how many of its contacts are engaged
 */
record AccountView(
        String accountId,
        boolean liveTold,
        boolean engagedTold,
        boolean answered,
        Instant heldUntil,
        boolean customer,
        boolean named,
        int tier,
        int engagedContacts) {

    static final AccountView NONE = of(null);

    private static final int VERSION = 1;

    /** Nothing is known of the account yet, and it knows nothing of the lead. */
    static AccountView of(String accountId) {
        return new AccountView(accountId, false, false, false, null, false, false, 0, 0);
    }

    /** The account is told that the lead is its contact, and is to answer. */
    AccountView told(boolean live) {
        return new AccountView(accountId, live, engagedTold, false, heldUntil, customer, named, tier, engagedContacts);
    }

    /** The account is told whether the lead is engaged. */
    AccountView toldEngaged(boolean engaged) {
        return new AccountView(
                accountId, liveTold, engaged, answered, heldUntil, customer, named, tier, engagedContacts);
    }

    /** The account says what it is. */
    AccountView told(ContactFact fact) {
        return new AccountView(
                accountId,
                liveTold,
                engagedTold,
                true,
                heldUntil,
                fact.getCustomer(),
                fact.getNamed(),
                fact.getTier() == null ? 0 : fact.getTier(),
                fact.getEngagedContacts());
    }

    /** A promotion waits for the account's answer until an instant; null when none waits. */
    AccountView heldUntil(Instant until) {
        return new AccountView(
                accountId, liveTold, engagedTold, answered, until, customer, named, tier, engagedContacts);
    }

    /** As if no contact was engaged. */
    AccountView withoutEngaged() {
        return new AccountView(accountId, liveTold, engagedTold, answered, heldUntil, customer, named, tier, 0);
    }

    void write(StateWriter out) {
        out.version(VERSION);
        out.optionalText(accountId);
        out.flag(liveTold);
        out.flag(engagedTold);
        out.flag(answered);
        out.optionalInstant(heldUntil);
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
                in.optionalInstant(),
                in.flag(),
                in.flag(),
                Math.toIntExact(in.unsigned()),
                Math.toIntExact(in.unsigned()));
    }
}

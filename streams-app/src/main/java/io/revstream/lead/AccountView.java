package io.revstream.lead;

import io.revstream.events.ContactFact;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;

/**
 * What a lead knows of its account, by the account's latest fact, and what the account was told of the lead.
 *
 * @param accountId the account that was told of the lead; null while nothing tells its company
 * @param anonymous whether only the address tells the company: then the lead is no contact yet, and nothing is answered
 * @param liveTold whether the account was told by news: it does not tell imported contacts of its changes
 * @param doing what the account was told that the lead does
 * @param answered whether the account has said what it is since it was told of the lead
 * @param heldUntil until when a promotion that is due waits for that answer; null when none waits
 * @param lapsesAt when time ends what the account counts of the lead; null when it does not
 * @param said what the account says of itself
 * @param question the company name that is compared with those of accounts; null when none is
 */
record AccountView(
        String accountId,
        boolean anonymous,
        boolean liveTold,
        Doing doing,
        boolean answered,
        Instant heldUntil,
        Instant lapsesAt,
        AccountWord said,
        Question question) {

    static final AccountView NONE =
            new AccountView(null, false, false, Doing.NOTHING, false, null, null, AccountWord.NONE, null);

    private static final int VERSION = 1;

    /**
     * A company name that was asked for.
     *
     * @param index key of the index that was asked
     */
    record Question(String index, String name) {}

    /** Another account: nothing is known of it yet, and it knows nothing of the lead. */
    AccountView at(String account, boolean nobodyKnown) {
        return new AccountView(
                account, nobodyKnown, false, Doing.NOTHING, false, null, null, AccountWord.NONE, question);
    }

    /** The account is told that the lead is its contact, and is to answer. */
    AccountView told(boolean live) {
        return new AccountView(accountId, anonymous, live, doing, false, heldUntil, lapsesAt, said, question);
    }

    /** The account is told what the lead does. */
    AccountView told(Doing now) {
        return new AccountView(accountId, anonymous, liveTold, now, answered, heldUntil, lapsesAt, said, question);
    }

    /** The account says what it is. */
    AccountView told(ContactFact fact) {
        return new AccountView(
                accountId, anonymous, liveTold, doing, true, heldUntil, lapsesAt, AccountWord.of(fact), question);
    }

    /** A promotion waits for the account's answer until an instant; null when none waits. */
    AccountView heldUntil(Instant until) {
        return new AccountView(accountId, anonymous, liveTold, doing, answered, until, lapsesAt, said, question);
    }

    /** Time ends at an instant what the account counts; null when it does not. */
    AccountView lapsesAt(Instant at) {
        return new AccountView(accountId, anonymous, liveTold, doing, answered, heldUntil, at, said, question);
    }

    /** A company name is compared; null when none is any more. */
    AccountView asking(Question asked) {
        return new AccountView(accountId, anonymous, liveTold, doing, answered, heldUntil, lapsesAt, said, asked);
    }

    /** As if no contact did anything. */
    AccountView withoutContacts() {
        return new AccountView(
                accountId, anonymous, liveTold, doing, answered, heldUntil, lapsesAt, said.withoutContacts(), question);
    }

    boolean customer() {
        return said.customer();
    }

    boolean named() {
        return said.named();
    }

    /** ABM tier; 0 for none. */
    int tier() {
        return said.tier();
    }

    int engagedContacts() {
        return said.engagedContacts();
    }

    void write(StateWriter out) {
        out.version(VERSION);
        out.optionalText(accountId);
        out.flag(anonymous);
        out.flag(liveTold);
        out.flag(answered);
        out.optionalInstant(heldUntil);
        out.optionalInstant(lapsesAt);
        out.optional(doing.equals(Doing.NOTHING) ? null : doing, (to, does) -> does.write(to));
        out.optional(said.equals(AccountWord.NONE) ? null : said, (to, word) -> word.write(to));
        out.optional(question, (to, asked) -> {
            to.text(asked.index());
            to.text(asked.name());
        });
    }

    static AccountView read(StateReader in) {
        in.version("an account's view", VERSION);
        String accountId = in.optionalText();
        boolean anonymous = in.flag();
        boolean liveTold = in.flag();
        boolean answered = in.flag();
        Instant heldUntil = in.optionalInstant();
        Instant lapsesAt = in.optionalInstant();
        Doing doing = in.optional(Doing::read);
        AccountWord said = in.optional(AccountWord::read);
        Question question = in.optional(from -> new Question(from.text(), from.text()));
        return new AccountView(
                accountId,
                anonymous,
                liveTold,
                doing == null ? Doing.NOTHING : doing,
                answered,
                heldUntil,
                lapsesAt,
                said == null ? AccountWord.NONE : said,
                question);
    }
}

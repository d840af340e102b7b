package io.revstream.account;

import io.revstream.policy.Policy;
import io.revstream.profile.Attributes;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;

/**
 * What an account tells its contacts of itself.
 *
 * @param tier 0 for none
 * @param engagedContacts how many contacts are engaged, as far as the policy counts
 */
record Told(boolean customer, boolean named, int tier, int engagedContacts) {

    static final Told NOTHING = new Told(false, false, 0, 0);

    private static final int VERSION = 1;

    /** What is to be told now. */
    static Told of(AccountState account, Policy policy) {
        Attributes known = account.attributes();
        String tier = known.text("tier");
        return new Told(
                "true".equals(known.text("customer")),
                "true".equals(known.text("named")),
                tier == null ? 0 : Integer.parseInt(tier),
                Math.min(account.contacts().engaged(), policy.accounts().countedUpTo()));
    }

    void write(StateWriter out) {
        out.version(VERSION);
        out.flag(customer);
        out.flag(named);
        out.unsigned(tier);
        out.unsigned(engagedContacts);
    }

    static Told read(StateReader in) {
        in.version("what was told", VERSION);
        return new Told(in.flag(), in.flag(), Math.toIntExact(in.unsigned()), Math.toIntExact(in.unsigned()));
    }
}

package io.revstream.policy;

/**
 * What an account and its contacts know of each other.
 *
 * @param engagedFrom engagement points from which a contact is engaged (ACC-08)
 * @param countedUpTo up to how many engaged contacts are counted: beyond, one more is not told to all the others
 * @param mostContacts how many contacts an account keeps; those beyond are told once, and of no later change
 * @param answerWithin how long a promotion waits until the account of a new contact has said whether it is a customer; null
 *     does not wait
 */
public record AccountRules(int engagedFrom, int countedUpTo, int mostContacts, Span answerWithin) {

    public record Tier(String alert, java.util.List<String> ports) {}

    public java.util.Map<Integer, Tier> tiers() { return java.util.Map.of(); }

    static final AccountRules DEFAULT = new AccountRules(20, 10, 5000, null);
}

package io.revstream.account;

import io.revstream.events.Contribution;
import io.revstream.policy.AccountRules.Committee;
import io.revstream.policy.Policy;
import io.revstream.scoring.Scorecard;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Where an account stands at an instant, and why: computed by the same functions that decide.
 *
 * @param accountId account id
 * @param at the instant that is explained
 * @param policyVersion the policy in force then
 * @param claimedBy the account whose domain this is, which has all its contacts; null when it stands for itself
 * @param claims domains that are this account's
 * @param known whether the CRM or the policy tells anything of it
 * @param target whether it is on the target account list
 * @param customer whether it is an existing customer
 * @param named whether its leads go to its owner
 * @param tier ABM tier; null for none
 * @param owner who gets its leads, and why
 * @param engagement sum of the engagement points of all contacts
 * @param engagedContacts how many are engaged
 * @param contacts those who are kept, the greatest contribution first
 * @param overflowed whether there were ever more than are kept
 * @param committee the buying committee
 * @param users how many contacts use the product
 * @param teamUsage whether they do so as a team
 * @param choosing the lead for whom an owner is being chosen; null for none
 * @param waiting leads that wait for that choice and follow it, in their order
 * @param conflicts what copies of the record hold otherwise, as {@code system/attribute}
 */
public record AccountExplanation(
        String accountId,
        Instant at,
        String policyVersion,
        String claimedBy,
        List<String> claims,
        boolean known,
        boolean target,
        boolean customer,
        boolean named,
        Integer tier,
        Ownership owner,
        BigDecimal engagement,
        int engagedContacts,
        List<Member> contacts,
        boolean overflowed,
        Buying committee,
        int users,
        boolean teamUsage,
        String choosing,
        List<String> waiting,
        List<String> conflicts) {

    private static final Comparator<Map.Entry<String, Tie>> GREATEST_FIRST = Comparator.comparingLong(
                    (Map.Entry<String, Tie> each) -> -each.getValue().points())
            .thenComparing(Map.Entry.comparingByKey());

    /**
     * Who gets the leads of an account.
     *
     * @param repId the rep; null for nobody in particular
     * @param teamId his team; null when it is not known
     * @param because why, in words
     */
    public record Ownership(String repId, String teamId, String because) {}

    /**
     * A contact of an account, or an anonymous visitor.
     *
     * @param via the claimed domain that it resolved to; null when it resolved to the account itself
     * @param matchedBy how the account was found: crm, target, domain or ip; null when that was not told
     * @param live false while all that is known of it is imported history
     * @param inCommittee whether it counts for a buying committee
     * @param user whether it uses the product
     */
    public record Member(
            Contribution contribution, String via, String matchedBy, boolean live, boolean inCommittee, boolean user) {}

    /**
     * A buying committee.
     *
     * @param members how many contacts count for it
     * @param needed how many make one; null where the policy has no committees
     * @param told whether it was told
     */
    public record Buying(int members, Integer needed, boolean told) {}

    /** Explains an account as it was stored by its latest decision. */
    public static AccountExplanation of(AccountState state, Policy policy, Instant now) {
        Owner owner = Owner.of(state, policy);
        Contacts contacts = state.contacts();
        Told told = Told.of(state, policy);
        Committee rule = policy.accounts().committee();
        return new AccountExplanation(
                state.id(),
                now,
                policy.version(),
                state.claimedBy(),
                state.attributes().values("domains"),
                told.known(),
                owner.target() != null,
                told.customer(),
                owner.isNamed(),
                owner.tier(),
                ownership(state, owner),
                Scorecard.points(contacts.points()),
                contacts.engaged(),
                members(contacts),
                contacts.overflowed(),
                new Buying(
                        contacts.committee(),
                        rule == null ? null : rule.from(),
                        state.said().committee()),
                contacts.users(),
                contacts.teamUsage(policy.accounts().users()),
                state.choosing() == null ? null : state.choosing().leadId(),
                state.waiting().contacts().stream().map(Contact::leadId).toList(),
                List.copyOf(state.conflicts()));
    }

    private static Ownership ownership(AccountState state, Owner owner) {
        if (owner.isKnown()) {
            String by = owner.target() == null ? "the CRM names him" : "the target account list names him";
            return new Ownership(owner.repId(), owner.teamId(), by);
        }
        if (owner.repId() != null) {
            return new Ownership(
                    owner.repId(),
                    owner.teamId(),
                    "the CRM names him, but in no team of the policy: no lead can go to him");
        }
        if (state.choice() != null) {
            return new Ownership(
                    state.choice().repId(), state.choice().teamId(), "chosen for an earlier contact of the account");
        }
        return new Ownership(null, null, "nobody is named, and nobody was chosen yet");
    }

    private static List<Member> members(Contacts contacts) {
        return contacts.byLead().entrySet().stream()
                .sorted(GREATEST_FIRST)
                .map(each -> new Member(
                        each.getValue().toContribution(each.getKey()),
                        each.getValue().via(),
                        each.getValue().traits().matchedBy(),
                        each.getValue().live(),
                        each.getValue().counts(),
                        each.getValue().user()))
                .toList();
    }
}

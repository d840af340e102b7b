package io.revstream.account;

import io.revstream.policy.AccountRules;
import io.revstream.policy.Policy;
import io.revstream.routing.RequestFacts;
import java.util.List;

/**
 * What a routing tree may ask of a contact: what the lead told of itself, what the account knows where the lead does not, and what the
 * account is.
 */
record ContactFacts(AccountState account, Policy policy) {

    /** Details of the company: the lead's own come first, the CRM's stand in. */
    private static final List<String> COMPANY = List.of("industry", "employees", "country", "region", "revenue");

    RequestFacts of(Contact contact) {
        AccountRules rules = policy.accounts();
        Owner owner = Owner.of(account, policy);
        Contacts contacts = account.contacts();
        RequestFacts facts = new RequestFacts(contact.attributes());
        for (String attribute : COMPANY) {
            facts = facts.orElse(attribute, account.attributes().text(attribute));
        }
        for (String field : rules.asked()) {
            facts = facts.with(AccountRules.FIELD + field, account.attributes().text(field));
        }
        return facts.with("tier", owner.tier())
                .with("score", contact.total().toPlainString())
                .with("named", owner.isNamed())
                .with("chosen", account.choice() != null)
                .with("customer", "true".equals(account.attributes().text("customer")))
                .with("engagedContacts", contacts.engaged())
                .with("users", contacts.users())
                .with("teamUsage", contacts.teamUsage(rules.users()));
    }
}

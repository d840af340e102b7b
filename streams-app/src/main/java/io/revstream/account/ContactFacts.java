package io.revstream.account;

import io.revstream.policy.AccountRules;
import io.revstream.policy.Policy;
import io.revstream.routing.RequestFacts;
import java.util.List;
import java.util.Map;

/**
 * What a routing tree may ask of a contact: what the lead told of itself, what the account knows where the lead does not, and what the
 * account is.
 */
record ContactFacts(AccountState account, Policy policy) {

    /** Details of the company: the lead's own come first, the CRM's stand in. */
    private static final List<String> COMPANY = List.of("industry", "employees", "country", "region", "revenue");

    RequestFacts of(Contact contact) {
        Told told = Told.of(account, policy);
        RequestFacts facts = new RequestFacts(contact.attributes());
        for (String attribute : COMPANY) {
            facts = facts.orElse(attribute, account.attributes().text(attribute));
        }
        for (Map.Entry<String, String> field : told.more().entrySet()) {
            facts = facts.with(AccountRules.FIELD + field.getKey(), field.getValue());
        }
        return facts.with("tier", told.tier() == 0 ? null : told.tier())
                .with("score", contact.total().toPlainString())
                .with("named", told.named())
                .with("chosen", account.choice() != null)
                .with("customer", told.customer())
                .with("engagedContacts", told.engagedContacts())
                .with("users", told.users())
                .with("teamUsage", told.teamUsage());
    }
}

package io.revstream.lead;

import io.revstream.events.ActionKind;
import io.revstream.events.LeadAssigned;
import io.revstream.policy.AccountRules.Tier;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What follows for a rep from being given a lead: once for each assignment, as soon as it is known who he is (RTE-22, RTE-23). */
final class Alerts {

    private Alerts() {}

    /** @param awaitedSince since when a rep was being found */
    static void owned(LeadDraft draft, LeadAssigned assigned, Instant awaitedSince) {
        alert(draft, assigned);
        EntryActions.owned(draft, awaitedSince);
        Meetings.owned(draft);
    }

    /** The tier of an account says by which ports, and how urgently (domain 4.6). */
    private static void alert(LeadDraft draft, LeadAssigned assigned) {
        Tier tier = draft.policy.accounts().tier(assigned.getTier());
        if (tier == null) {
            return;
        }
        Map<String, String> details = new TreeMap<>();
        details.put("alert", tier.alert());
        details.put("tier", assigned.getTier().toString());
        details.put("accountId", assigned.getAccountId());
        for (String port : tier.ports()) {
            Actions.ask(
                    draft,
                    ActionKind.NOTIFY,
                    "lead-assigned",
                    port,
                    Actions.OWNER,
                    null,
                    assigned.getMethod(),
                    details);
        }
    }
}

package io.revstream.profile;

import io.revstream.policy.Policy;
import io.revstream.policy.TargetAccounts.Target;
import java.util.Locale;

/**
 * The account of a lead, and what tells it. The first that holds: the link of the CRM; a domain of the target account list; the domain
 * of the e-mail address; for a visitor of whom neither address nor company is known, the company that its network address resolved to. A
 * domain that anybody can have an address at is nobody's (ACC-03). A similar company name is a question to a person, and never a match.
 *
 * @param account key of the account
 * @param evidence what it was found by: the link or the domain
 */
public record AccountMatch(String account, By by, String evidence) {

    /** Attribute that keeps the domain of the company from whose network a lead visited. */
    public static final String IP_DOMAIN = "ipDomain";

    /** What tells the account. */
    public enum By {
        CRM,
        TARGET,
        DOMAIN,
        IP;

        /** As events have it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether nobody knows who it is. */
    public boolean anonymous() {
        return by == By.IP;
    }

    /** Null while nothing tells the account. */
    static AccountMatch of(LeadProfile lead, Policy policy) {
        String linked = lead.text("accountId");
        if (linked != null) {
            return new AccountMatch(linked, By.CRM, linked);
        }
        String email = lead.text("email");
        if (email == null && lead.text("company") == null) {
            return byAddress(lead.text(IP_DOMAIN), policy);
        }
        String domain = EmailKind.domain(email);
        if (domain == null || EmailKind.isFreeMail(domain, policy)) {
            return null;
        }
        Target target = policy.accounts().targets().ofDomain(domain);
        return target == null
                ? new AccountMatch(domain, By.DOMAIN, domain)
                : new AccountMatch(target.account(), By.TARGET, domain);
    }

    private static AccountMatch byAddress(String domain, Policy policy) {
        boolean counts = policy.accounts().ipProperty() != null && domain != null;
        if (!counts || EmailKind.isFreeMail(domain, policy)) {
            return null;
        }
        Target target = policy.accounts().targets().ofDomain(domain);
        return new AccountMatch(target == null ? domain : target.account(), By.IP, domain);
    }
}

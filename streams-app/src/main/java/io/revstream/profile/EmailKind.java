package io.revstream.profile;

import io.revstream.policy.Policy;
import java.util.Locale;

/** What an e-mail address tells of who writes (domain 2.7). */
final class EmailKind {

    private EmailKind() {}

    /** The domain of an address in lower case; null for null, and for what is no address. */
    static String domain(String address) {
        if (address == null) {
            return null;
        }
        int at = address.lastIndexOf('@');
        boolean whole = at > 0 && at < address.length() - 1 && address.indexOf(' ') < 0;
        return whole ? address.substring(at + 1).toLowerCase(Locale.ROOT) : null;
    }

    /** The kind of a domain: competitor, student, personal or business. */
    static String of(String domain, Policy policy) {
        if (policy.list("competitorDomains").contains(domain)) {
            return "competitor";
        }
        if (domain.endsWith(".edu") || domain.contains(".edu.")) {
            return "student";
        }
        return isFreeMail(domain, policy) ? "personal" : "business";
    }

    static boolean isFreeMail(String domain, Policy policy) {
        return policy.list("freeMailDomains").contains(domain);
    }
}

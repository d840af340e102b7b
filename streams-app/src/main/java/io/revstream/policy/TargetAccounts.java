package io.revstream.policy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The target account list (ACC-01).
 *
 * @param byAccount by account id
 * @param byDomain by domain, in lower case
 */
public record TargetAccounts(Map<String, Target> byAccount, Map<String, Target> byDomain) {

    public static final TargetAccounts NONE = of(List.of());

    /**
     * An account that the company wants, with its one owner (ACC-02).
     *
     * @param account account id: that of the CRM, where it has one
     * @param name company name; null when not stated
     * @param tier 1 to 3; 0 when not stated
     * @param owner the rep
     * @param team the team that the owner is in
     */
    public record Target(String account, String name, Set<String> domains, int tier, String owner, String team) {}

    static TargetAccounts of(Collection<Target> list) {
        Map<String, Target> accounts = new TreeMap<>();
        Map<String, Target> domains = new TreeMap<>();
        for (Target target : list) {
            accounts.put(target.account(), target);
            target.domains().forEach(domain -> domains.put(domain, target));
        }
        return new TargetAccounts(Map.copyOf(accounts), Map.copyOf(domains));
    }

    /** The target whose domain that is; null for none. */
    public Target ofDomain(String domain) {
        return byDomain.get(domain);
    }

    /** The target that an account is by its id, else by its id as a domain, else by the first of its domains; null for none. */
    public Target of(String account, List<String> domains) {
        Target target = byAccount.getOrDefault(account, byDomain.get(account));
        for (int i = 0; i < domains.size() && target == null; i++) {
            target = byDomain.get(domains.get(i));
        }
        return target;
    }
}

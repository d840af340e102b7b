package io.revstream.account;

import io.revstream.policy.Policy;
import io.revstream.policy.TargetAccounts.Target;

/**
 * The owner of an account, and what else is stated of it by two sides: the target list of the policy is believed before the CRM for
 * owner, tier and whether it is a named account.
 *
 * @param target null when the account is on no list
 */
record Owner(AccountState account, Policy policy, Target target) {

    static Owner of(AccountState account, Policy policy) {
        Target target = policy.accounts()
                .targets()
                .of(account.id(), account.attributes().values("domains"));
        return new Owner(account, policy, target);
    }

    /** Null for nobody. */
    String repId() {
        return target == null ? account.attributes().text("ownerId") : target.owner();
    }

    /** Null when it is not known. */
    String teamId() {
        return target == null ? account.attributes().text("ownerTeamId") : target.team();
    }

    boolean isNamed() {
        return target != null || "true".equals(account.attributes().text("named"));
    }

    /** ABM tier; null for none. */
    Integer tier() {
        String stated = account.attributes().text("tier");
        if (target != null && target.tier() > 0) {
            return target.tier();
        }
        return stated == null ? null : Integer.valueOf(stated);
    }

    /** Whether a lead can be sent to the owner: he is named, and in a team that the policy has. */
    boolean isKnown() {
        return repId() != null && teamId() != null && policy.routing().teams().containsKey(teamId());
    }

    /** Whether the CRM or the policy tells anything of the account; a domain alone is none of theirs. */
    boolean tellsOfAccount() {
        return target != null || !account.attributes().byName().isEmpty();
    }
}

package io.revstream.account;

import io.revstream.policy.Policy;

/** The owner whom the CRM names for an account. */
record Owner(AccountState account) {

    String repId() {
        return account.attributes().text("ownerId");
    }

    String teamId() {
        return account.attributes().text("ownerTeamId");
    }

    boolean isNamed() {
        return "true".equals(account.attributes().text("named"));
    }

    /** Whether a lead can be sent to the owner: he is named, and in a team that the policy has. */
    boolean isKnown(Policy policy) {
        return repId() != null && teamId() != null && policy.routing().teams().containsKey(teamId());
    }
}

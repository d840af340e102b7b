package io.revstream.account;

import io.revstream.events.AccountFact;
import io.revstream.events.ContactFact;
import io.revstream.events.LeadFact;
import io.revstream.events.NameCandidate;
import io.revstream.events.NameStated;
import io.revstream.events.NamesCompared;
import io.revstream.policy.AccountRules.NameMatch;
import io.revstream.policy.Policy;
import io.revstream.policy.TargetAccounts.Target;
import io.revstream.profile.CompanyName;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Output;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Names of accounts: each account states its own to the index of names that begin the same, and a lead asks there. Whoever comes first,
 * the lead hears of the account: it waits in the index until there is one.
 */
record Names(Policy policy, List<Output> outputs) {

    /** States the name of an account where it changed; only while the policy compares names. */
    AccountState state(AccountState account) {
        NameMatch rule = policy.accounts().nameMatch();
        String name = rule == null ? null : account.attributes().text("name");
        String index =
                name == null ? null : CompanyName.of(name, rule.ignored()).index();
        Said.Name now = index == null ? null : new Said.Name(index, name);
        Said.Name before = account.said().name();
        if (Objects.equals(now, before)) {
            return account;
        }
        if (before != null && (now == null || !before.index().equals(now.index()))) {
            say(before.index(), new NameStated(account.id(), before.name(), true));
        }
        if (now != null) {
            say(now.index(), new NameStated(account.id(), now.name(), false));
        }
        return account.said(account.said().named(now));
    }

    private void say(String index, NameStated stated) {
        outputs.add(new Output(
                Catalogue.ACCOUNT_FACTS,
                index,
                AccountFact.newBuilder()
                        .setAccountId(index)
                        .setNameStated(stated)
                        .build()));
    }

    /** In the index: an account states its name; leads who wait are told if it is similar. */
    AccountState stated(AccountState index, NameStated stated) {
        NameIndex names = stated.getReleased()
                ? index.names().withoutName(stated.getAccountId())
                : index.names().named(stated.getAccountId(), stated.getName());
        for (Map.Entry<String, String> waits : index.names().waiting().entrySet()) {
            names = answer(index.id(), waits.getKey(), waits.getValue(), names);
        }
        return index.names(names);
    }

    /** In the index: a lead asks for a name, or does so no longer. */
    AccountState asked(AccountState index, LeadFact fact) {
        if (fact.getLeft()) {
            return index.names(index.names().answered(fact.getLeadId()));
        }
        if (fact.getEvidence() == null) {
            return index;
        }
        boolean room = index.names().waiting().size() < policy.accounts().mostContacts();
        NameIndex waits = room ? index.names().waits(fact.getLeadId(), fact.getEvidence()) : index.names();
        return index.names(answer(index.id(), fact.getLeadId(), fact.getEvidence(), waits));
    }

    private NameIndex answer(String index, String lead, String company, NameIndex names) {
        NameMatch rule = policy.accounts().nameMatch();
        if (rule == null) {
            return names;
        }
        List<Target> targets = policy.accounts().targets().byAccount().values().stream()
                .filter(target -> target.name() != null)
                .filter(target -> index.equals(
                        CompanyName.of(target.name(), rule.ignored()).index()))
                .toList();
        List<NameCandidate> candidates = names.candidates(company, rule, targets);
        if (candidates.isEmpty()) {
            return names;
        }
        ContactFact fact = ContactFact.newBuilder()
                .setLeadId(lead)
                .setAccountId(index)
                .setCustomer(false)
                .setNamed(false)
                .setTier(null)
                .setEngagedContacts(0)
                .setNames(new NamesCompared(company, candidates))
                .build();
        outputs.add(new Output(Catalogue.CONTACT_FACTS, lead, fact));
        return names.answered(lead);
    }
}

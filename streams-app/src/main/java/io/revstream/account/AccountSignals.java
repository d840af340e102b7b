package io.revstream.account;

import io.revstream.events.AccountEngagement;
import io.revstream.events.AccountSignalled;
import io.revstream.events.ActionKind;
import io.revstream.events.ActionRequested;
import io.revstream.events.BuyingCommittee;
import io.revstream.events.Contribution;
import io.revstream.events.DataIssueFound;
import io.revstream.events.NewContact;
import io.revstream.policy.AccountRules.Committee;
import io.revstream.policy.Policy;
import io.revstream.scoring.Scorecard;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Input;
import io.revstream.stream.Output;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says what the contacts of an account amount to, when a decision has changed it, and what the account lacks. */
record AccountSignals(Input input, Policy policy, List<Output> outputs) {

    /** The smallest of these is the one to give way. */
    private static final Comparator<Map.Entry<String, Tie>> BY_POINTS = Comparator.comparingLong(
                    (Map.Entry<String, Tie> each) -> each.getValue().points())
            .thenComparing(Map.Entry.<String, Tie>comparingByKey().reversed());

    AccountState follow(AccountState before, AccountState after) {
        if (!after.contacts().equals(before.contacts())) {
            engagement(before.contacts(), after);
        }
        return ownerless(committee(after));
    }

    /** The engagement is the sum over all contacts (ACC-07); told when it, or the number of those engaged, is another. */
    private void engagement(Contacts before, AccountState account) {
        Contacts contacts = account.contacts();
        long total = contacts.points();
        int engaged = contacts.engaged();
        if (total == before.points() && engaged == before.engaged()) {
            return;
        }
        List<Contribution> top = top(contacts);
        int adding = 0;
        for (Tie tie : contacts.byLead().values()) {
            adding += tie.points() == 0 ? 0 : 1;
        }
        signal(
                account,
                AccountSignalled.newBuilder()
                        .setEngagement(
                                new AccountEngagement(Scorecard.points(total), engaged, top, adding - top.size())));
    }

    private List<Contribution> top(Contacts contacts) {
        int most = policy.accounts().topContributions();
        PriorityQueue<Map.Entry<String, Tie>> greatest = new PriorityQueue<>(BY_POINTS);
        for (Map.Entry<String, Tie> each : contacts.byLead().entrySet()) {
            if (each.getValue().points() != 0) {
                greatest.add(each);
                if (greatest.size() > most) {
                    greatest.remove();
                }
            }
        }
        return greatest.stream()
                .sorted(BY_POINTS.reversed())
                .map(each -> each.getValue().toContribution(each.getKey()))
                .toList();
    }

    /** Told once, and again only after it had fallen apart (ACC-08). */
    private AccountState committee(AccountState account) {
        Committee rule = policy.accounts().committee();
        int members = account.contacts().committee();
        boolean now = rule != null && members >= rule.from();
        if (now == account.said().committee()) {
            return account;
        }
        if (rule != null) {
            BuyingCommittee committee = committee(account.contacts(), now);
            signal(account, AccountSignalled.newBuilder().setCommittee(committee));
            if (now) {
                tellOwner(
                        account,
                        "buying-committee",
                        rule.port(),
                        members + " engaged contacts",
                        Map.of("members", String.join(", ", leads(committee)), "roles", roles(committee)));
            }
        }
        return account.said(account.said().committee(now));
    }

    private static BuyingCommittee committee(Contacts contacts, boolean detected) {
        List<Contribution> members = contacts.byLead().entrySet().stream()
                .filter(each -> each.getValue().counts())
                .map(each -> each.getValue().toContribution(each.getKey()))
                .toList();
        Set<String> roles = new TreeSet<>();
        members.forEach(member -> roles.addAll(member.getRoles().values()));
        Instant since = contacts.byLead().values().stream()
                .map(Tie::since)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new BuyingCommittee(detected, members, List.copyOf(roles), since);
    }

    private static List<String> leads(BuyingCommittee committee) {
        return committee.getMembers().stream().map(Contribution::getLeadId).toList();
    }

    private static String roles(BuyingCommittee committee) {
        return String.join(", ", committee.getRoles());
    }

    /** A contact became known: its owner is told (ACC-06). */
    void newContact(AccountState account, String lead, Tie tie) {
        Owner owner = Owner.of(account, policy);
        String matchedBy = Objects.requireNonNullElse(tie.traits().matchedBy(), "domain");
        signal(account, AccountSignalled.newBuilder().setContact(new NewContact(lead, matchedBy, owner.repId())));
        tellOwner(
                account,
                "new-contact",
                policy.accounts().newContactPort(),
                "found by " + matchedBy,
                Map.of("leadId", lead, "matchedBy", matchedBy));
    }

    /** Each named account has an owner to whom its leads can go (ACC-02). */
    private AccountState ownerless(AccountState account) {
        Owner owner = Owner.of(account, policy);
        boolean now = owner.isNamed() && !owner.isKnown();
        if (now == account.said().ownerless()) {
            return account;
        }
        String found = owner.repId() == null
                ? "none is stated"
                : owner.repId() + " is in " + (owner.teamId() == null ? "no team" : "team " + owner.teamId());
        issue(
                account.id(),
                "named-without-owner",
                !now,
                now
                        ? "Expected one owner of a named account, in a team of the policy, but " + found
                        : "The account has an owner, or is not named any more");
        return account.said(account.said().ownerless(now));
    }

    /** Several say that a domain is theirs: contacts can go to one of them only. */
    AccountState contested(AccountState domain, String holder, String claimant) {
        if (domain.said().contested()) {
            return domain;
        }
        issue(
                domain.id(),
                "contested-domain",
                false,
                "Expected one account to have the domain " + domain.id() + ", which is that of " + holder + ", but "
                        + claimant + " claims it too");
        return domain.said(domain.said().contested(true));
    }

    private void issue(String subject, String issue, boolean resolved, String because) {
        outputs.add(new Output(
                Catalogue.DATA_ISSUES,
                subject,
                DataIssueFound.newBuilder()
                        .setSubjectId(subject)
                        .setIssue(issue)
                        .setResolved(resolved)
                        .setBecause(because)
                        .build()));
    }

    private void signal(AccountState account, AccountSignalled.Builder signal) {
        outputs.add(new Output(
                Catalogue.ACCOUNT_SIGNALS,
                account.id(),
                signal.setAccountId(account.id()).build()));
    }

    /** Nobody is told of history, nor by a port that is off. */
    private void tellOwner(
            AccountState account, String action, String port, String because, Map<String, String> details) {
        String owner = Owner.of(account, policy).repId();
        if (owner == null
                || port == null
                || input.historical()
                || !policy.ports().isOn(port)) {
            return;
        }
        outputs.add(new Output(
                Catalogue.ACTIONS,
                account.id(),
                ActionRequested.newBuilder()
                        .setSubjectId(account.id())
                        .setPass(0)
                        .setKind(ActionKind.NOTIFY)
                        .setAction(action)
                        .setPort(port)
                        .setTo(owner)
                        .setDueAt(null)
                        .setBecause(because)
                        .setDetails(new TreeMap<>(details))
                        .build()));
    }
}

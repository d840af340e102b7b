package io.revstream.lead;

import io.revstream.events.ActivityBy;
import io.revstream.events.ActivityEvent;
import io.revstream.events.ContactEngaged;
import io.revstream.events.ContactFact;
import io.revstream.events.LeadFact;
import io.revstream.lifecycle.Status;
import io.revstream.policy.AccountRules;
import io.revstream.policy.Span;
import io.revstream.profile.AccountMatch;
import io.revstream.profile.LeadFacts;
import io.revstream.scoring.Scorecard;
import io.revstream.state.Occurrence;
import io.revstream.stream.Catalogue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Tells the account of a lead that the lead is its contact, and what it does; takes what the account says of itself. */
final class AccountTies {

    /** What a contact is, for the roles of a buying committee. */
    private static final List<String> ROLES = List.of("titleLevel", "department", "seniority");

    private AccountTies() {}

    /**
     * An account says something; gives whether the lead learns from it. A lead that has changed its company meanwhile no longer listens to
     * the former one, and tells it once more that it left: a claim may have handed the lead on after it had gone. What was said to a
     * lead with a history only is said again to the live one.
     */
    static boolean told(LeadDraft draft, ContactFact fact) {
        if (fact.getNames() != null) {
            NameReview.answered(draft, fact.getNames());
            return false;
        }
        if (fact.getHistorical() && draft.live) {
            return false;
        }
        if (!fact.getResolvedTo().equals(draft.account.accountId())) {
            if (!fact.getHistorical() && !fact.getResolvedTo().isEmpty()) {
                say(draft, fact.getResolvedTo(), LeadFact.newBuilder().setLeft(true));
            }
            return false;
        }
        draft.account = draft.account.told(fact);
        return true;
    }

    /** Keeps from the network of which company a visit came (ACC-11). */
    static void visited(LeadDraft draft, ActivityEvent activity) {
        String property = draft.policy.accounts().ipProperty();
        String domain = property == null ? null : activity.getProperties().get(property);
        if (domain != null && !domain.isBlank() && activity.getBy() == ActivityBy.PROSPECT) {
            Occurrence event = new Occurrence(activity.getOccurredAt(), activity.getEventId());
            draft.learn(
                    draft.profile.stating(AccountMatch.IP_DOMAIN, domain.strip().toLowerCase(Locale.ROOT), event));
        }
    }

    /** Tells an account as soon as the lead is its contact, and the former one that it is not any more. */
    static void follow(LeadDraft draft) {
        AccountMatch match = draft.profile.accountMatch(draft.policy);
        String account = match == null ? null : match.account();
        boolean anonymous = match != null && match.anonymous();
        String before = draft.account.accountId();
        if (!Objects.equals(account, before)) {
            if (before != null) {
                say(draft, before, LeadFact.newBuilder().setLeft(true));
            }
            draft.account = draft.account.at(account, anonymous);
            greet(draft, match);
        } else if (anonymous != draft.account.anonymous()) {
            draft.account = draft.account.at(account, anonymous);
            greet(draft, match);
        } else if (draft.acts() && !draft.account.liveTold()) {
            greet(draft, match);
        }
    }

    /** An anonymous visitor is no contact: of him the account hears only what he does. */
    private static void greet(LeadDraft draft, AccountMatch match) {
        if (match != null) {
            draft.account = draft.account.told(draft.acts());
            if (!match.anonymous()) {
                say(draft, match.account(), introduction(draft, match));
            }
        }
    }

    /**
     * Tells the account what the lead does of its own, as often as that changes (ACC-07, ACC-08). Points that the account itself gives do
     * not count, or two contacts would keep each other engaged for ever. History is not told: nothing wakes it, so it would not end;
     * and for the same reason a lead does nothing that is archived or not scored any more.
     */
    static void engage(LeadDraft draft, Scorecard score) {
        if (draft.account.accountId() == null || !draft.live) {
            draft.account = draft.account.lapsesAt(null);
            return;
        }
        AccountRules rules = draft.policy.accounts();
        AccountMatch match = draft.profile.accountMatch(draft.policy);
        Map<String, String> roles = roles(draft);
        boolean ended = draft.standing.status() == Status.ARCHIVED || score.isStopped();
        Doing doing =
                ended ? Doing.NOTHING : Doing.of(ofItsOwn(draft, score), draft.engagement, roles, rules, draft.now);
        if (draft.account.doing().isOutdatedBy(doing, rules.tellFrom())) {
            draft.account = draft.account.told(doing);
            say(draft, match.account(), introduction(draft, match).setEngaged(engaged(doing)));
        }
        draft.account = draft.account.lapsesAt(doing.lapsesAt(draft.engagement, rules));
    }

    private static ContactEngaged engaged(Doing doing) {
        return new ContactEngaged(
                Scorecard.points(doing.points()), doing.engaged(), doing.user(), doing.lately(), doing.invited());
    }

    private static LeadFact.Builder introduction(LeadDraft draft, AccountMatch match) {
        return LeadFact.newBuilder()
                .setMatchedBy(match.by().word())
                .setEvidence(match.evidence())
                .setAnonymous(match.anonymous())
                .setRoles(roles(draft));
    }

    private static Map<String, String> roles(LeadDraft draft) {
        LeadFacts facts = draft.facts();
        Map<String, String> roles = new TreeMap<>();
        for (String role : ROLES) {
            Set<String> words = facts.words(role);
            if (!words.isEmpty()) {
                roles.put(role, words.iterator().next());
            }
        }
        return roles;
    }

    private static long ofItsOwn(LeadDraft draft, Scorecard score) {
        if (!draft.account.said().hasContacts()) {
            return score.engagement();
        }
        return LeadScore.of(
                        draft.facts(draft.account.withoutContacts()),
                        draft.engagement,
                        draft.firstSeen,
                        draft.policy,
                        draft.now)
                .engagement();
    }

    /**
     * Whether a promotion waits until the account has said whether it is a customer: a form makes a contact and asks for a demo within
     * milliseconds (MQL-07). Only where the policy says so: after an outage the wait is over before the answer is there, and a promotion
     * would be dated later for nothing. History does not wait, and no answer within the policy's time is no objection.
     *
     * @param due whether the lead is to be promoted
     */
    static boolean hold(LeadDraft draft, boolean due) {
        Span within = draft.policy.accounts().answerWithin();
        AccountView account = draft.account;
        boolean answers = account.accountId() != null && !account.anonymous();
        boolean asked = within != null && due && draft.acts() && answers && !account.answered();
        Instant until = account.heldUntil() == null && asked ? draft.now.plus(within.elapsed()) : account.heldUntil();
        boolean waits = asked && draft.now.isBefore(until);
        draft.account = account.heldUntil(waits ? until : null);
        return waits;
    }

    static void say(LeadDraft draft, String account, LeadFact.Builder fact) {
        draft.say(
                Catalogue.LEAD_FACTS,
                account,
                fact.setLeadId(draft.id)
                        .setAccountId(account)
                        .setPass(draft.standing.pass())
                        .build());
    }
}

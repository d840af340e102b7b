package io.revstream.lead;

import io.revstream.events.ContactEngaged;
import io.revstream.events.ContactFact;
import io.revstream.events.LeadFact;
import io.revstream.policy.Span;
import io.revstream.scoring.Scorecard;
import io.revstream.stream.Catalogue;
import java.time.Instant;
import java.util.Objects;

/** Tells the account of a lead that the lead is its contact, and whether it is engaged; takes what the account says of itself. */
final class AccountTies {

    private AccountTies() {}

    /**
     * Whether an account's fact says something to the lead. A lead that has changed its company meanwhile no longer listens to the
     * former one, and what was said to a lead with a history only is said again to the live one.
     */
    static boolean isNews(LeadDraft draft, ContactFact fact) {
        boolean late = fact.getHistorical() && draft.live;
        return !late && fact.getResolvedTo().equals(draft.account.accountId());
    }

    /** Tells an account as soon as the lead is its contact, and the former one that it is not any more. */
    static void follow(LeadDraft draft) {
        String account = draft.profile.companyKey(draft.policy);
        String before = draft.account.accountId();
        if (!Objects.equals(account, before)) {
            if (before != null) {
                say(draft, before, LeadFact.newBuilder().setLeft(true));
            }
            draft.account = AccountView.of(account);
            greet(draft);
        } else if (draft.acts() && !draft.account.liveTold()) {
            greet(draft);
        }
    }

    private static void greet(LeadDraft draft) {
        String account = draft.account.accountId();
        if (account != null) {
            draft.account = draft.account.told(draft.acts());
            say(draft, account, LeadFact.newBuilder());
        }
    }

    /**
     * Tells the account when the lead becomes engaged, or is so no longer (ACC-08). Points that the account itself gives do not count,
     * or two contacts would keep each other engaged for ever. History is not told: nothing wakes it, so it would not end.
     */
    static void engage(LeadDraft draft, Scorecard score) {
        String account = draft.account.accountId();
        if (account == null || !draft.live) {
            return;
        }
        long from = Scorecard.hundredths(draft.policy.accounts().engagedFrom());
        boolean engaged = score.engagement() >= from && ofItsOwn(draft, score) >= from;
        if (engaged != draft.account.engagedTold()) {
            draft.account = draft.account.toldEngaged(engaged);
            say(
                    draft,
                    account,
                    LeadFact.newBuilder()
                            .setEngaged(new ContactEngaged(Scorecard.points(score.engagement()), engaged, false)));
        }
    }

    private static long ofItsOwn(LeadDraft draft, Scorecard score) {
        if (draft.account.engagedContacts() == 0) {
            return score.engagement();
        }
        return LeadScore.of(
                        draft.facts(draft.account.withoutEngaged()),
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
        boolean asked = within != null && due && draft.acts() && account.accountId() != null && !account.answered();
        Instant until = account.heldUntil() == null && asked ? draft.now.plus(within.elapsed()) : account.heldUntil();
        boolean waits = asked && draft.now.isBefore(until);
        draft.account = account.heldUntil(waits ? until : null);
        return waits;
    }

    private static void say(LeadDraft draft, String account, LeadFact.Builder fact) {
        draft.say(
                Catalogue.LEAD_FACTS,
                account,
                fact.setLeadId(draft.id)
                        .setAccountId(account)
                        .setPass(draft.standing.pass())
                        .build());
    }
}

package io.revstream.account;

import io.revstream.events.ContactEngaged;
import io.revstream.events.Contribution;
import io.revstream.events.LeadFact;
import io.revstream.scoring.Scorecard;
import java.time.Instant;

/**
 * How a contact belongs to an account, and what it adds to it.
 *
 * @param via the claimed domain that it resolved to; null when it resolved to the account itself
 * @param live false while all that is known of it is imported history
 * @param anonymous true for a visitor of whom only the company is known: it engages, but is no contact (ACC-11)
 * @param traits how it was found and what it is
 * @param points engagement points of its own, in hundredths
 * @param engaged whether they reach what the policy calls engaged
 * @param since since when it counts for a buying committee; null while it does not
 * @param user whether it uses the product
 * @param invited whether it has invited others to the product
 * @param at when it said so: of two statements the later one counts, in whichever order they arrive
 */
record Tie(
        String via,
        boolean live,
        boolean anonymous,
        Traits traits,
        long points,
        boolean engaged,
        Instant since,
        boolean user,
        boolean invited,
        Instant at) {

    /** Of a lead that introduces itself: it does nothing yet. */
    static Tie of(String via, LeadFact fact) {
        boolean live = !fact.getHistorical();
        Tie fresh =
                new Tie(via, live, fact.getAnonymous(), Traits.of(fact), 0, false, null, false, false, Instant.EPOCH);
        return fresh.with(via, fact);
    }

    /** After a further statement. What it does not tell stays, and so does all when it is older than what is known. */
    Tie with(String throughDomain, LeadFact fact) {
        boolean lives = live || !fact.getHistorical();
        if (fact.getOccurredAt().isBefore(at)) {
            return new Tie(via, lives, anonymous, traits, points, engaged, since, user, invited, at);
        }
        Traits told = Traits.of(fact);
        Traits known = told.equals(Traits.NONE) ? traits : told;
        boolean nobody = fact.getAnonymous();
        ContactEngaged does = fact.getEngaged();
        if (does == null) {
            return new Tie(throughDomain, lives, nobody, known, points, engaged, since, user, invited, at);
        }
        boolean contact = !nobody;
        boolean counts = contact && does.getEngaged() && does.getLately();
        return new Tie(
                throughDomain,
                lives,
                nobody,
                known,
                does.getEngagement().movePointRight(2).longValueExact(),
                contact && does.getEngaged(),
                counts ? (since == null ? fact.getOccurredAt() : since) : null,
                contact && does.getUser(),
                contact && does.getInvited(),
                fact.getOccurredAt());
    }

    /** Whether it counts for a buying committee (ACC-08). */
    boolean counts() {
        return since != null;
    }

    /** As a statement of the lead, for another account; it says nothing by itself, so it has no id. */
    LeadFact toFact(String lead, String account) {
        LeadFact.Builder fact = LeadFact.newBuilder()
                .setLeadId(lead)
                .setAccountId(via == null ? account : via)
                .setPass(1)
                .setOccurredAt(at)
                .setHistorical(!live)
                .setAnonymous(anonymous)
                .setMatchedBy(traits.matchedBy())
                .setRoles(traits.roles());
        if (!at.equals(Instant.EPOCH)) {
            fact.setEngaged(new ContactEngaged(Scorecard.points(points), engaged, user, counts(), invited));
        }
        return fact.build();
    }

    Contribution toContribution(String lead) {
        return new Contribution(lead, Scorecard.points(points), engaged, anonymous, traits.roles());
    }
}

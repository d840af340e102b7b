package io.revstream.lead;

import io.revstream.events.LeadDisposition;
import io.revstream.lifecycle.Check;
import io.revstream.lifecycle.Confirmation;
import io.revstream.lifecycle.Promotion;
import io.revstream.lifecycle.Qualification;
import io.revstream.lifecycle.Standing;
import io.revstream.lifecycle.Status;
import io.revstream.policy.LifecycleRules;
import io.revstream.profile.LeadProfile;
import io.revstream.scoring.Scorecard;
import io.revstream.state.Occurrence;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * People qualify leads: marketing or an SDR makes an MQL by hand (MQL-06), and sales confirms what a conversation has brought to light
 * (MQL-11).
 */
final class Qualifying {

    private Qualifying() {}

    static void qualify(LeadDraft draft, LeadDisposition disposition) {
        Confirmation confirmation = Confirmation.check(disposition);
        boolean byHand = isNotYet(draft, draft.policy.lifecycle().promoted());
        if (confirmation.refusal() != null) {
            draft.refuse(confirmation.refusal());
        } else if (!byHand && draft.standing.status() != Status.ACTIVE) {
            draft.refuse("Expected an active or recycled lead to qualify, but this one is " + draft.standing.status());
        } else if (!byHand && confirmation.elements().isEmpty()) {
            draft.refuse(Confirmation.expected("found none"));
        } else {
            confirm(draft, confirmation.elements(), disposition.getRole());
            if (byHand) {
                promote(draft, disposition);
            }
        }
    }

    /** Whether a move to a stage would make an MQL of a lead that is none. */
    static boolean isNotYet(LeadDraft draft, String stage) {
        LifecycleRules rules = draft.policy.lifecycle();
        Standing standing = draft.standing;
        if (!rules.promoted().equals(stage)) {
            return false;
        }
        return switch (standing.status()) {
            case RECYCLED -> true;
            case ACTIVE -> !standing.promotedInPass() && rules.rank(standing.stage()) < rules.rank(stage);
            case ARCHIVED, CLOSED_LOST -> false;
        };
    }

    /** Promotes by hand: the role must be one that may, and those who are never promoted are not promoted by hand either (MQL-07). */
    static void promote(LeadDraft draft, LeadDisposition disposition) {
        Set<String> roles = draft.policy.mql().manual();
        String role = disposition.getRole();
        if (role == null || !roles.contains(role.strip().toLowerCase(Locale.ROOT))) {
            String may = roles.isEmpty() ? "no role, by this policy," : "one of the roles " + String.join(", ", roles);
            draft.refuse("Expected " + may + " to qualify a lead by hand, but found " + (role == null ? "none" : role));
            return;
        }
        if (draft.firstSeen == null) {
            draft.refuse("Expected a lead to qualify of which something is known, but nothing was told of this one");
            return;
        }
        Scorecard score = LeadScore.of(draft.facts(), draft.engagement, draft.firstSeen, draft.policy, draft.now);
        String against = against(draft, score);
        if (!against.isEmpty()) {
            draft.refuse("Expected a lead that may be promoted, but found " + against);
            return;
        }
        Appraisal.promote(draft, score, Promotion.byHand(disposition.getDecidedBy(), role.strip()), disposition);
    }

    private static String against(LeadDraft draft, Scorecard score) {
        boolean customer = Deals.isCustomer(draft.standing, draft.facts(), draft.policy.lifecycle());
        return Qualification.of(draft.facts(), draft.engagement, score, draft.standing, draft.policy, customer)
                .byHand()
                .stream()
                .filter(check -> !check.met())
                .map(Check::toString)
                .collect(Collectors.joining("; "));
    }

    private static void confirm(LeadDraft draft, Set<String> elements, String role) {
        Occurrence event = new Occurrence(draft.input.occurredAt(), draft.input.eventId());
        LeadProfile confirmed = draft.profile.adding(Confirmation.ATTRIBUTE, elements, event);
        draft.learn(
                role == null || role.isBlank() || elements.isEmpty()
                        ? confirmed
                        : confirmed.stating(Confirmation.BY_ROLE, role.strip(), event));
    }
}

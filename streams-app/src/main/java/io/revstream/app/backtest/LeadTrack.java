package io.revstream.app.backtest;

import io.revstream.calibration.LeadCase;
import io.revstream.calibration.Mql;
import io.revstream.calibration.Mql.Verdict;
import io.revstream.calibration.Outcome;
import io.revstream.policy.Facts;
import io.revstream.policy.Policy;
import io.revstream.profile.LeadFacts;
import io.revstream.profile.LeadProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a run said of one lead, each with its instant. Only when the outcome is known can it be told what came before it: a deal may be
 * told days after it was closed.
 */
final class LeadTrack {

    /** Attributes that the policy derives from others. */
    private static final List<String> DERIVED = List.of("emailKind", "titleLevel");

    /** @param floorsMet whether the model's floors were met */
    record Scored(Instant at, String model, long total, boolean floorsMet, SortedSet<String> paid) {}

    /** @param reasonCode null for an acceptance, and for a rejection without a code */
    record Decision(Instant at, boolean accepted, String reasonCode, String role) {}

    private record Known(Instant at, LeadProfile profile) {}

    private record Closed(Instant at, boolean won) {}

    private final String id;
    private final List<Scored> scores = new ArrayList<>();
    private final List<Mql> promotions = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Known> profiles = new ArrayList<>();
    private final List<Closed> closings = new ArrayList<>();
    private Instant firstSeen;
    private Instant lastInput;
    private LeadProfile profile = LeadProfile.EMPTY;
    private Boolean label;

    LeadTrack(String id) {
        this.id = id;
    }

    void seen(Instant occurredAt, Instant at) {
        firstSeen = firstSeen == null || occurredAt.isBefore(firstSeen) ? occurredAt : firstSeen;
        lastInput = lastInput == null || at.isAfter(lastInput) ? at : lastInput;
    }

    LeadProfile profile() {
        return profile;
    }

    void known(Instant at, LeadProfile after) {
        profile = after;
        profiles.add(new Known(at, after));
    }

    void scored(Scored score) {
        scores.add(score);
    }

    void promoted(Mql promotion) {
        promotions.add(promotion);
    }

    void decided(Decision decision) {
        decisions.add(decision);
    }

    void closed(Instant at, boolean won) {
        closings.add(new Closed(at, won));
    }

    void labelled(boolean won) {
        label = won;
    }

    /** Whether the lead ever came in itself: of some only a deal is known. */
    boolean isLead() {
        return firstSeen != null;
    }

    LeadCase toCase(Policy policy) {
        if (label != null) {
            // No instant is known, so that the whole history counts.
            return upTo(lastInput.plusMillis(1), label ? Outcome.WON : Outcome.LOST, lastInput, false, policy);
        }
        Closed close = close();
        return close == null
                ? upTo(Instant.MAX, Outcome.OPEN, null, false, policy)
                : upTo(close.at, close.won ? Outcome.WON : Outcome.LOST, close.at, true, policy);
    }

    /** The first win; without one the first loss; null while nothing was closed. */
    private Closed close() {
        return closings.stream()
                .min(Comparator.comparing((Closed closed) -> !closed.won).thenComparing(Closed::at))
                .orElse(null);
    }

    /** What was known strictly before an instant. */
    private LeadCase upTo(Instant end, Outcome outcome, Instant outcomeAt, boolean dated, Policy policy) {
        Scored last = null;
        for (Scored score : scores) {
            last = score.at.isBefore(end) ? score : last;
        }
        Long reached = null;
        SortedSet<String> paid = new TreeSet<>();
        for (Scored score : scores) {
            if (score.at.isBefore(end)) {
                paid.addAll(score.paid);
                if (score.floorsMet && score.model.equals(last.model) && (reached == null || score.total > reached)) {
                    reached = score.total;
                }
            }
        }
        return new LeadCase(
                id,
                firstSeen,
                outcome,
                outcomeAt,
                dated,
                last == null ? null : last.model,
                reached,
                last == null ? null : Long.valueOf(last.total),
                mqls(end),
                attributes(end, policy),
                paid);
    }

    /** Promotions before an instant, each with what sales decided of it before the next and before that instant. */
    private List<Mql> mqls(Instant end) {
        List<Mql> mqls = new ArrayList<>();
        for (int i = 0; i < promotions.size(); i++) {
            Mql mql = promotions.get(i);
            Instant next = i + 1 < promotions.size() ? promotions.get(i + 1).at() : Instant.MAX;
            if (mql.at().isBefore(end)) {
                for (Decision decision : decisions) {
                    boolean ofThis = decision.at.isAfter(mql.at()) && !decision.at.isAfter(next);
                    mql = ofThis && decision.at.isBefore(end) ? decided(mql, decision) : mql;
                }
                mqls.add(mql);
            }
        }
        return mqls;
    }

    private static Mql decided(Mql mql, Decision decision) {
        if (mql.verdict() == Verdict.NONE) {
            return decision.accepted
                    ? mql.accepted(decision.at, decision.role)
                    : mql.rejected(decision.at, decision.reasonCode, decision.role);
        }
        return mql.verdict() == Verdict.ACCEPTED && !decision.accepted ? mql.disqualified(decision.reasonCode) : mql;
    }

    /** Words only: of numbers the policy's rules tell, whose bands are known. */
    private SortedMap<String, SortedSet<String>> attributes(Instant end, Policy policy) {
        LeadProfile known = LeadProfile.EMPTY;
        for (Known each : profiles) {
            known = each.at.isBefore(end) ? each.profile : known;
        }
        LeadFacts facts = new LeadFacts(known, policy, Facts.NONE);
        SortedMap<String, SortedSet<String>> attributes = new TreeMap<>();
        SortedSet<String> names = new TreeSet<>(known.attributes().byName().keySet());
        names.addAll(DERIVED);
        for (String name : names) {
            Set<String> words = facts.words(name);
            if (!words.isEmpty() && facts.number(name) == null) {
                attributes.put(name, new TreeSet<>(words));
            }
        }
        return attributes;
    }
}

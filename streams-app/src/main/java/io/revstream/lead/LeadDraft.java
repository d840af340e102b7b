package io.revstream.lead;

import io.revstream.lifecycle.Gates;
import io.revstream.lifecycle.Recycling;
import io.revstream.lifecycle.Standing;
import io.revstream.policy.Facts;
import io.revstream.policy.Policy;
import io.revstream.profile.LeadFacts;
import io.revstream.profile.LeadProfile;
import io.revstream.quarantine.Quarantine;
import io.revstream.scoring.Engagement;
import io.revstream.scoring.Scorecard;
import io.revstream.sla.SlaClocks;
import io.revstream.stream.Decision;
import io.revstream.stream.Input;
import io.revstream.stream.Output;
import io.revstream.stream.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecordBase;

/** A lead in the middle of one decision: what it becomes, and what is to be said. It lives no longer than the decision. */
final class LeadDraft {

    final String id;
    final Input input;
    final Instant now;
    final Policy policy;

    /** The policy that runs beside; null when none does. */
    Policy challenger;

    boolean live;
    Instant firstSeen;
    LeadProfile profile;
    Engagement engagement;
    Standing standing;
    /** Where it stood before it was asked whether it is to be promoted; null before that. */
    Standing unpromoted;
    /** The standing that was told last. */
    Standing told;

    Ownership ownership;
    SlaClocks clocks;
    Recycling recycling;
    AccountView account;
    DealView deal;
    OpenHandoffs handoffs;
    Quarantine quarantine;
    Notices notices;
    Shadow shadow;
    /** The score of this decision; null until it is known. */
    Scorecard score;

    Long publishedScore;
    Instant nextScoreChange;

    private final LeadState before;
    private final List<Output> outputs = new ArrayList<>();
    private LeadFacts facts;
    private String refusal;

    LeadDraft(LeadState before, Input input, Instant now, Policy policy) {
        this.before = before;
        this.id = before.id();
        this.input = input;
        this.now = now;
        this.policy = policy;
        this.live = before.live() || !input.historical();
        this.firstSeen = before.firstSeen();
        this.profile = before.profile();
        this.engagement = before.engagement();
        this.standing = before.standing();
        this.told = before.standing();
        this.ownership = before.ownership();
        this.clocks = before.clocks();
        this.recycling = before.recycling();
        this.account = before.account();
        this.deal = before.deal();
        this.handoffs = before.handoffs();
        this.quarantine = before.quarantine();
        this.notices = before.notices();
        this.shadow = before.shadow();
        this.publishedScore = before.publishedScore();
        this.nextScoreChange = before.nextScoreChange();
    }

    /** Whether somebody may be routed, timed or told by this decision. */
    boolean acts() {
        return !input.historical();
    }

    /** What the policy may ask of the lead, as it is known now. */
    LeadFacts facts() {
        if (facts == null) {
            facts = new LeadFacts(profile, policy, new Present());
        }
        return facts;
    }

    /** What the policy may ask of the lead if it saw its account otherwise. */
    LeadFacts facts(AccountView view) {
        return new LeadFacts(profile, policy, new Circumstances(standing, deal, view, score));
    }

    /** The gates of the policy, as they are now. */
    Gates gates() {
        return new Gates(facts(), engagement);
    }

    void learn(LeadProfile learned) {
        profile = learned;
        facts = null;
    }

    /** Something of the lead occurred: it is known since the earliest. */
    void seen(Instant occurredAt) {
        if (firstSeen == null || occurredAt.isBefore(firstSeen)) {
            firstSeen = occurredAt;
        }
    }

    void say(Topic topic, SpecificRecordBase event) {
        say(topic, id, event);
    }

    void say(Topic topic, String key, SpecificRecordBase event) {
        outputs.add(new Output(topic, key, event));
    }

    /** Circumstances as they are in the middle of the decision. */
    private final class Present implements Facts {

        @Override
        public Set<String> words(String attribute) {
            return now().words(attribute);
        }

        @Override
        public Long number(String attribute) {
            return now().number(attribute);
        }

        private Circumstances now() {
            return new Circumstances(standing, deal, account, score);
        }
    }

    /** The input contradicts a rule: it is refused as a whole, and the lead stays as it was. */
    void refuse(String because) {
        refusal = because;
    }

    boolean isRefused() {
        return refusal != null;
    }

    Decision<LeadState> decision() {
        if (refusal != null) {
            return Decision.refused(before, refusal);
        }
        return Decision.of(state(), outputs);
    }

    /** Whether nothing has become of the input so far. */
    boolean isUnchanged() {
        return outputs.isEmpty() && state().equals(before);
    }

    /** The lead as it has become so far. */
    LeadState state() {
        return new LeadState(
                id,
                live,
                firstSeen,
                profile,
                engagement,
                standing,
                ownership,
                clocks,
                recycling,
                account,
                deal,
                handoffs,
                quarantine,
                notices,
                shadow,
                publishedScore,
                nextScoreChange);
    }
}

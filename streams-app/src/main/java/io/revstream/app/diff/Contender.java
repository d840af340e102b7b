package io.revstream.app.diff;

import io.revstream.app.Topologies;
import io.revstream.app.history.HistoryEvent;
import io.revstream.events.MqlPromoted;
import io.revstream.lead.LeadExplanation;
import io.revstream.lead.LeadState;
import io.revstream.policy.Policy;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Hosted;
import io.revstream.stream.VirtualPipeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One of the policies of a comparison, at work on the history. */
final class Contender {

    private static final String LEAD = "lead";

    /** Reps change no promotion, and a queue that nobody works off would only grow. */
    static final List<String> TOPOLOGIES = List.of(LEAD, "account", "deal");

    private final Policy policy;
    private final VirtualPipeline pipeline;
    private final Map<PromotionKey, MqlPromoted> promotions = new LinkedHashMap<>();
    private final List<PromotionKey> fresh = new ArrayList<>();
    private long refused;

    Contender(Policy policy) {
        this.policy = policy;
        List<Hosted<?>> hosted = new ArrayList<>();
        TOPOLOGIES.forEach(name -> hosted.add(Topologies.hosted(name)));
        pipeline = new VirtualPipeline(hosted, published -> {
            if (published.topic().equals(Catalogue.MQL_PROMOTIONS)) {
                promoted((MqlPromoted) published.event());
            }
        });
        pipeline.adopt(policy, Instant.EPOCH);
    }

    Policy policy() {
        return policy;
    }

    /** All promotions so far. */
    Map<PromotionKey, MqlPromoted> promotions() {
        return promotions;
    }

    /** Inputs that its deciders refused so far. */
    long refused() {
        return refused;
    }

    void advanceTo(Instant instant) {
        pipeline.advanceTo(instant);
    }

    void take(HistoryEvent event) {
        refused += pipeline.publish(event.topic(), event.key(), event.event(), event.at())
                .size();
    }

    /** Promotions since this was asked last. */
    List<PromotionKey> fresh() {
        List<PromotionKey> since = List.copyOf(fresh);
        fresh.clear();
        return since;
    }

    /** How it sees a lead now that it does not promote. */
    Side notPromoted(String leadId) {
        LeadState state = (LeadState) pipeline.state(LEAD, leadId);
        if (state == null) {
            return new Side(null, null, null, null, List.of());
        }
        LeadExplanation lead = LeadExplanation.of(state, policy, pipeline.now());
        return new Side(
                null,
                null,
                null,
                lead.score() == null ? null : lead.score().toScore(),
                lead.missing().stream().map(Object::toString).toList());
    }

    private void promoted(MqlPromoted promotion) {
        PromotionKey key = new PromotionKey(promotion.getLeadId(), promotion.getPass());
        promotions.put(key, promotion);
        fresh.add(key);
    }
}

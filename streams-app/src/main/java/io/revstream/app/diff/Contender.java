package io.revstream.app.diff;

import io.revstream.app.Topologies;
import io.revstream.app.history.HistoryEvent;
import io.revstream.events.LeadAssigned;
import io.revstream.events.MqlPromoted;
import io.revstream.events.SlaStepReached;
import io.revstream.events.TeamRequest;
import io.revstream.lead.LeadExplanation;
import io.revstream.lead.LeadState;
import io.revstream.policy.Policy;
import io.revstream.stream.Hosted;
import io.revstream.stream.VirtualPipeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;

/** One of the policies of a comparison, at work on the history. */
final class Contender {

    private static final String LEAD = "lead";

    private static final List<String> WITHOUT_REPS = List.of(LEAD, "account", "deal");

    private final Policy policy;
    private final VirtualPipeline pipeline;
    private final Map<PromotionKey, MqlPromoted> promotions = new LinkedHashMap<>();
    private final List<PromotionKey> fresh = new ArrayList<>();
    private final Routes routes = new Routes();
    private long refused;

    /**
     * Begins.
     *
     * @param withReps false leaves the teams out: a queue that nobody works off would only grow
     */
    Contender(Policy policy, boolean withReps) {
        this.policy = policy;
        List<Hosted<?>> hosted = new ArrayList<>();
        (withReps ? Topologies.ALL : WITHOUT_REPS).forEach(name -> hosted.add(Topologies.hosted(name)));
        pipeline = new VirtualPipeline(hosted, published -> saw(published.event()));
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

    /** Where it has sent leads so far. */
    Routes routes() {
        return routes;
    }

    private void saw(SpecificRecordBase event) {
        if (event instanceof MqlPromoted promotion) {
            promoted(promotion);
        } else if (event instanceof TeamRequest request) {
            routes.asked(request);
        } else if (event instanceof LeadAssigned assigned) {
            routes.assigned(assigned);
        } else if (event instanceof SlaStepReached step) {
            routes.reached(step);
        }
    }

    private void promoted(MqlPromoted promotion) {
        PromotionKey key = new PromotionKey(promotion.getLeadId(), promotion.getPass());
        promotions.put(key, promotion);
        fresh.add(key);
    }
}

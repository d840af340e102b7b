package io.revstream.deal;

import io.revstream.pipeline.DealStanding;
import io.revstream.pipeline.StageWatch;
import io.revstream.pipeline.Visit;
import io.revstream.policy.Policy;
import io.revstream.sla.SlaClocks;
import io.revstream.stream.Decision;
import io.revstream.stream.Input;
import io.revstream.stream.Output;
import io.revstream.stream.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** A deal while one input is decided on: what it becomes, and what it has to say. Lives within one call of the decider. */
final class DealDraft {

    final String id;
    final Input input;
    final Instant now;
    final Policy policy;

    boolean live;
    DealStanding standing;
    StageWatch watch;
    SlaClocks clocks;
    Visit timed;

    private final List<Output> outputs = new ArrayList<>();

    DealDraft(DealState before, Input input, Instant now, Policy policy) {
        id = before.id();
        this.input = input;
        this.now = now;
        this.policy = policy;
        live = before.live();
        standing = before.standing();
        watch = before.watch();
        clocks = before.clocks();
        timed = before.timed();
    }

    /** Whether somebody may be timed or told by this decision. */
    boolean acts() {
        return !input.historical();
    }

    /** Who manages the deal; null when nobody is known. */
    String manager() {
        String own = standing.field("managerId");
        return own == null ? policy.pipeline().manager() : own;
    }

    /** What the policy may ask of the deal, as it is known now. */
    DealFacts facts() {
        return new DealFacts(standing, policy.pipeline());
    }

    void say(Topic topic, SpecificRecordBase event) {
        say(topic, id, event);
    }

    void say(Topic topic, String key, SpecificRecordBase event) {
        outputs.add(new Output(topic, key, event));
    }

    Decision<PipelineState> decision() {
        return Decision.of(new DealState(id, live, standing, watch, clocks, timed), outputs);
    }
}

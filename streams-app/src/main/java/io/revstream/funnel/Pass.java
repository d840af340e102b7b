package io.revstream.funnel;

import io.revstream.events.MqlPromoted;
import java.time.Instant;

/** One pass of a lead through the hands of sales. Its parts come from different topics, in any order. */
final class Pass {

    Instant promotedAt;
    String model;
    String rule;
    boolean recycled;
    String recycledFrom;
    Instant acceptedAt;
    Instant rejectedAt;
    String code;
    /** The rejection recycled the lead instead of archiving it. */
    boolean recycles;
    /** The lifecycle has told of the promotion: what follows is an answer to it. */
    boolean offered;

    void promoted(MqlPromoted event) {
        promotedAt = event.getOccurredAt();
        model = event.getScore().getModel().intern();
        rule = event.getRule().intern();
        recycled = event.getRecycled();
        recycledFrom =
                event.getRecycledFrom() == null ? null : event.getRecycledFrom().intern();
    }

    void accepted(Instant at) {
        if (acceptedAt == null) {
            acceptedAt = at;
        }
    }

    void rejected(Instant at, String reasonCode, boolean toRecycling) {
        rejectedAt = at;
        recycles = toRecycling;
        code = reasonCode == null ? Funnel.NO_CODE : reasonCode.intern();
    }

    /** Sales answers a promotion once: who is rejected after the acceptance was accepted all the same. */
    Instant answeredAt() {
        return acceptedAt != null ? acceptedAt : rejectedAt;
    }
}

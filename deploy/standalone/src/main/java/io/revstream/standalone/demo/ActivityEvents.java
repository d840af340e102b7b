package io.revstream.standalone.demo;

import io.revstream.events.ActivityBy;
import io.revstream.events.ActivityEvent;
import java.time.Instant;

/** What prospects and reps do. */
final class ActivityEvents {

    private ActivityEvents() {}

    /**
     * An act of a prospect.
     *
     * @param asset null where it does not apply
     */
    static ActivityEvent byProspect(String eventId, String kind, String asset, Instant at) {
        return ActivityEvent.newBuilder()
                .setEventId(eventId)
                .setOccurredAt(at)
                .setSource("demo/web")
                .setKind(kind)
                .setBy(ActivityBy.PROSPECT)
                .setAsset(asset)
                .build();
    }

    static ActivityEvent byRep(String eventId, String kind, String repId, Instant at) {
        return ActivityEvent.newBuilder()
                .setEventId(eventId)
                .setOccurredAt(at)
                .setSource("demo/crm")
                .setKind(kind)
                .setBy(ActivityBy.REP)
                .setRepId(repId)
                .build();
    }
}

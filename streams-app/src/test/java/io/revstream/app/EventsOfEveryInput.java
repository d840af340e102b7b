package io.revstream.app;

import io.revstream.events.AccountDetails;
import io.revstream.events.AccountEvent;
import io.revstream.events.DealChanged;
import io.revstream.events.DealEvent;
import io.revstream.events.DealFields;
import io.revstream.events.LeadAttributes;
import io.revstream.events.LeadEnriched;
import io.revstream.events.RepDetails;
import io.revstream.events.RepEvent;
import io.revstream.stream.Topic;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecordBase;

/** One event of each input topic. */
final class EventsOfEveryInput {

    private EventsOfEveryInput() {}

    static SpecificRecordBase event(Topic topic, String eventId, Instant at) {
        return switch (topic.name()) {
            case "leads" ->
                Events.lead(eventId, at)
                        .setEnriched(new LeadEnriched(
                                LeadAttributes.newBuilder().setPhone("1").build()))
                        .build();
            case "activities" -> Events.prospect(eventId, "PAGE_VIEW", "blog", at);
            case "deals" ->
                DealEvent.newBuilder()
                        .setEventId(eventId)
                        .setOccurredAt(at)
                        .setSource("test")
                        .setChanged(new DealChanged(
                                DealFields.newBuilder().setName("x").build()))
                        .build();
            case "accounts" ->
                AccountEvent.newBuilder()
                        .setEventId(eventId)
                        .setOccurredAt(at)
                        .setSource("test")
                        .setDetails(AccountDetails.newBuilder().setName("x").build())
                        .build();
            case "reps" ->
                RepEvent.newBuilder()
                        .setEventId(eventId)
                        .setOccurredAt(at)
                        .setSource("test")
                        .setRepId("r")
                        .setDetails(RepDetails.newBuilder().setName("x").build())
                        .build();
            default -> throw new IllegalArgumentException("Expected an input topic, but found " + topic.name());
        };
    }
}

package io.revstream.app.backtest;

import io.revstream.app.Events;
import io.revstream.app.history.History;
import io.revstream.app.history.HistoryEvent;
import io.revstream.events.DealEvent;
import io.revstream.events.DealFields;
import io.revstream.events.DealStageChanged;
import io.revstream.events.DispositionKind;
import io.revstream.events.LeadAttributes;
import io.revstream.events.LeadCaptured;
import io.revstream.events.LeadDisposition;
import io.revstream.events.LeadEvent;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;

/** A history, put together event by event. Under the mid-market policy a captured lead has 41.67 points. */
final class Past {

    private final List<HistoryEvent> events = new ArrayList<>();

    Past captured(String lead, Instant at) {
        return add(Catalogue.LEADS, lead, Events.perfectFit(lead, at), at);
    }

    /** As {@link #captured}, with a further attribute. */
    Past capturedWith(String lead, String attribute, String word, Instant at) {
        LeadEvent plain = Events.perfectFit(lead, at);
        LeadAttributes attributes = LeadAttributes.newBuilder(
                        plain.getCaptured().getAttributes())
                .setMore(Map.of(attribute, word))
                .build();
        LeadEvent told = LeadEvent.newBuilder(plain)
                .setCaptured(LeadCaptured.newBuilder(plain.getCaptured())
                        .setAttributes(attributes)
                        .build())
                .build();
        return add(Catalogue.LEADS, lead, told, at);
    }

    Past did(String lead, String kind, String asset, Instant at) {
        return add(Catalogue.ACTIVITIES, lead, Events.prospect("a" + events.size(), kind, asset, at), at);
    }

    Past accepted(String lead, Instant at) {
        return add(Catalogue.LEADS, lead, Events.accepted(lead, "rep-1", at), at);
    }

    Past rejected(String lead, String code, Instant at) {
        LeadDisposition disposition = LeadDisposition.newBuilder()
                .setDecision(DispositionKind.REJECT)
                .setDecidedBy("rep-1")
                .setRole("sdr")
                .setReasonCode(code)
                .build();
        return add(
                Catalogue.LEADS,
                lead,
                Events.lead("r" + events.size(), at).setDisposition(disposition).build(),
                at);
    }

    Past closed(String lead, String stage, Instant at) {
        return closed(lead, stage, at, at);
    }

    /** A deal that was closed at an instant and told later. */
    Past closed(String lead, String stage, Instant at, Instant told) {
        DealEvent closed = DealEvent.newBuilder()
                .setEventId("closed" + events.size())
                .setOccurredAt(at)
                .setSource("test")
                .setStageChanged(DealStageChanged.newBuilder()
                        .setStage(stage)
                        .setFields(DealFields.newBuilder().setLeadId(lead).build())
                        .build())
                .build();
        return add(Catalogue.DEALS, "deal-of-" + lead + events.size(), closed, told);
    }

    History history() {
        List<HistoryEvent> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparing(HistoryEvent::at));
        return new History(sorted, 0, List.of());
    }

    private Past add(Topic topic, String key, SpecificRecordBase event, Instant at) {
        events.add(new HistoryEvent(topic, key, event, at, 0, events.size()));
        return this;
    }
}

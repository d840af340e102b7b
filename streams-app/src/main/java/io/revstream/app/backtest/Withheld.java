package io.revstream.app.backtest;

import io.revstream.app.history.History;
import io.revstream.app.history.HistoryEvent;
import io.revstream.events.LeadAttributes;
import io.revstream.events.LeadCaptured;
import io.revstream.events.LeadEnriched;
import io.revstream.events.LeadEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema.Field;

/** A history without some of the attributes of leads: what the deciders cannot see cannot decide. */
final class Withheld {

    private final Set<String> names;

    private Withheld(Set<String> names) {
        this.names = names;
    }

    static History from(History history, Set<String> names) {
        if (names.isEmpty()) {
            return history;
        }
        Withheld withheld = new Withheld(names);
        return new History(history.events().stream().map(withheld::event).toList(), history.left(), history.problems());
    }

    static LeadAttributes from(LeadAttributes attributes, Set<String> names) {
        return names.isEmpty() ? attributes : new Withheld(names).without(attributes);
    }

    private HistoryEvent event(HistoryEvent event) {
        return event.event() instanceof LeadEvent told
                ? new HistoryEvent(event.topic(), event.key(), lead(told), event.at(), event.source(), event.offset())
                : event;
    }

    private LeadEvent lead(LeadEvent told) {
        LeadEvent.Builder copy = LeadEvent.newBuilder(told);
        if (told.getCaptured() != null) {
            copy.setCaptured(LeadCaptured.newBuilder(told.getCaptured())
                    .setAttributes(without(told.getCaptured().getAttributes()))
                    .build());
        }
        if (told.getEnriched() != null) {
            copy.setEnriched(LeadEnriched.newBuilder(told.getEnriched())
                    .setAttributes(without(told.getEnriched().getAttributes()))
                    .build());
        }
        return copy.build();
    }

    private LeadAttributes without(LeadAttributes attributes) {
        Map<String, String> more = new TreeMap<>(attributes.getMore());
        more.keySet().removeAll(names);
        LeadAttributes copy =
                LeadAttributes.newBuilder(attributes).setMore(more).build();
        for (String name : names) {
            Field field = LeadAttributes.getClassSchema().getField(name);
            if (field != null && !name.equals("more")) {
                copy.put(field.pos(), null);
            }
        }
        return copy;
    }
}

package io.revstream.standalone.demo;

import io.revstream.policy.Presets;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** What happens at the demo's company in some hours, without the reps' answers but for a few calls; the same each time. */
public final class PastEvents {

    private static final long SEED = 7;

    private PastEvents() {}

    /** An event and the timestamp of its record. */
    public record Event(Instant at, Topic topic, String key, SpecificRecordBase event) {}

    /** In the order of their timestamps. */
    public static List<Event> of(Instant from, int hours) {
        Company company = new Company(SEED);
        Offices offices = new Offices(Presets.policy("mid-market").calendars().get("office"), Company.zones());
        Demand demand = new Demand(SEED, company, offices);
        List<Happening> happenings = new ArrayList<>(company.records(from));
        for (int hour = 0; hour < hours; hour++) {
            Instant begin = from.plus(Duration.ofHours(hour));
            happenings.addAll(demand.hour(hour, begin));
            happenings.add(call("lead-h" + hour + "-0", begin.plus(Duration.ofHours(3))));
        }
        return happenings.stream()
                .sorted(Comparator.comparing(Happening::at))
                .map(one -> new Event(one.at(), one.topic(), one.key(), one.event()))
                .toList();
    }

    private static Happening call(String lead, Instant at) {
        return new Happening(
                at, Catalogue.ACTIVITIES, lead, ActivityEvents.byRep(lead + "/called", "CALL", "maria-lopez", at));
    }
}

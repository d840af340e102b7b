package io.revstream.standalone.demo;

import io.revstream.events.LeadEvent;
import io.revstream.policy.Presets;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * What happens at the demo's company in some hours, without the reps' answers but for a few calls; the same each time. Without the leads
 * of customers: whether they are promoted is a race between what they ask for and what becomes known of them.
 */
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
        Set<String> customers = happenings.stream()
                .filter(PastEvents::tellsOfCustomer)
                .map(Happening::key)
                .collect(Collectors.toSet());
        return happenings.stream()
                .filter(one -> !customers.contains(one.key()))
                .sorted(Comparator.comparing(Happening::at))
                .map(one -> new Event(one.at(), one.topic(), one.key(), one.event()))
                .toList();
    }

    private static boolean tellsOfCustomer(Happening one) {
        return one.event() instanceof LeadEvent lead
                && lead.getEnriched() != null
                && lead.getEnriched().getAttributes().getMore().containsKey("customer");
    }

    private static Happening call(String lead, Instant at) {
        return new Happening(
                at, Catalogue.ACTIVITIES, lead, ActivityEvents.byRep(lead + "/called", "CALL", "maria-lopez", at));
    }
}

package io.revstream.scenario;

import io.revstream.document.Place;
import io.revstream.stream.Topic;
import java.time.Instant;
import java.util.List;

/** What should come of the inputs. */
public sealed interface Expectation {

    Place place();

    Topic topic();

    /**
     * Events are published on a topic at an instant, each of them another one.
     *
     * @param onlyThese whether nothing else is published on it then
     */
    record Happens(Place place, Topic topic, Instant at, List<Wanted> events, boolean onlyThese)
            implements Expectation {}

    /** An event that is wanted, and where the scenario says so. */
    record Wanted(Place place, Pattern pattern) {}

    /**
     * No such event is published from an instant until another.
     *
     * @param until the first instant at which it may be again
     */
    record Absent(Place place, Topic topic, Instant from, Instant until, Pattern pattern) implements Expectation {}

    /** At an instant, such an event is the latest of its key. */
    record Latest(Place place, Topic topic, Instant at, Pattern pattern) implements Expectation {}
}

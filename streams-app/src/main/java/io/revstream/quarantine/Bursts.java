package io.revstream.quarantine;

import io.revstream.policy.NonHumanRules.Burst;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds links that were clicked faster than a person can. */
final class Bursts {

    private Bursts() {}

    /**
     * Those that an arrival makes, or joins, a burst with; none when it does neither.
     *
     * @param links sightings with links, that of the arrival among them, in the order of time
     */
    static List<Sighting> of(List<Sighting> links, Sighting arrival, Burst rule) {
        List<Sighting> all = new ArrayList<>();
        for (int first = 0; first < links.size(); first++) {
            Instant until = links.get(first).at().plus(rule.within().elapsed());
            if (until.isBefore(arrival.at()) || links.get(first).at().isAfter(arrival.at())) {
                continue;
            }
            int end = first;
            Set<String> different = new HashSet<>();
            while (end < links.size() && !links.get(end).at().isAfter(until)) {
                different.add(links.get(end++).link());
            }
            if (different.size() >= rule.links()) {
                links.subList(first, end).stream()
                        .filter(link -> !all.contains(link))
                        .forEach(all::add);
            }
        }
        return all;
    }
}

package io.revstream.funnel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Visits of one stage: how many began, and how those that ended did so. */
final class Visits {

    int entered;
    /** Milliseconds of those that ended in another stage, by its name. */
    final Map<String, List<Long>> left = new HashMap<>();
    /** Milliseconds of those that ended with the lead recycled, archived or lost. */
    final List<Long> lost = new ArrayList<>();

    void leftFor(String stage, long millis) {
        left.computeIfAbsent(stage, none -> new ArrayList<>()).add(millis);
    }
}

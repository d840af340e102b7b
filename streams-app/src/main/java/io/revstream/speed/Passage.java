package io.revstream.speed;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** One pass of a lead, as far as it tells what became of a response. */
final class Passage {

    /** Null as long as its topic has not told of it. */
    Instant promotedAt;
    /** Stages entered while active. */
    final Set<String> stages = new TreeSet<>();
}

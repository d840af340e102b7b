package io.revstream.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A lead or deal, with its clocks, handoffs and passes. */
final class Subject {

    final List<Run> runs = new ArrayList<>(2);
    final List<Handoff> handoffs = new ArrayList<>(1);
    final Map<Integer, Passage> passages = new TreeMap<>();

    /** A handoff of a pass. */
    static final class Handoff {

        final String name;
        final String clock;
        final int pass;
        boolean cancelled;

        Handoff(String name, String clock, int pass) {
            this.name = name;
            this.clock = clock;
            this.pass = pass;
        }
    }

    Passage passage(int pass) {
        return passages.computeIfAbsent(pass, none -> new Passage());
    }

    Run run(int pass, int round, String clock) {
        return runs.stream()
                .filter(run -> run.isOf(pass, round, clock))
                .findFirst()
                .orElse(null);
    }

    List<Run> runs(int pass, String clock) {
        return runs.stream()
                .filter(run -> run.pass == pass && run.clock.equals(clock))
                .toList();
    }

    boolean hasOpen() {
        return runs.stream().anyMatch(Run::isOpen);
    }
}

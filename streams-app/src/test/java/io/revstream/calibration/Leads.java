package io.revstream.calibration;

import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.Presets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Leads for tests: scored by the mid-market model, seen first thirty days before the end of the history. */
final class Leads {

    static final Instant END = Instant.parse("2026-10-01T00:00:00Z");
    static final Instant BEGIN = END.minus(Duration.ofDays(30));

    private String id = "lead";
    private Instant firstSeen = BEGIN;
    private Outcome outcome = Outcome.OPEN;
    private Instant closedAt = END;
    private Double score;
    private final List<Mql> mqls = new ArrayList<>();
    private final SortedMap<String, SortedSet<String>> attributes = new TreeMap<>();
    private final SortedSet<String> paid = new TreeSet<>();

    static Leads won() {
        Leads lead = new Leads();
        lead.outcome = Outcome.WON;
        return lead;
    }

    static Leads lost() {
        Leads lead = new Leads();
        lead.outcome = Outcome.LOST;
        return lead;
    }

    static Leads open() {
        return new Leads();
    }

    static List<LeadCase> all(Leads... leads) {
        List<LeadCase> cases = new ArrayList<>();
        for (Leads lead : leads) {
            cases.add(lead.build());
        }
        return cases;
    }

    /** As many of the same. */
    static List<LeadCase> times(int count, Leads lead) {
        List<LeadCase> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cases.add(lead.id("lead-" + lead.outcome + i).build());
        }
        return cases;
    }

    static Policy midMarketWith(String instead, String of) {
        String yaml = Presets.text("mid-market");
        if (!yaml.contains(of)) {
            throw new IllegalArgumentException("Expected \"" + of + "\" in the preset, but it has none");
        }
        return PolicyReader.read("p", yaml.replace(of, instead)).orThrow();
    }

    Leads id(String name) {
        id = name;
        return this;
    }

    /** In points. */
    Leads at(double points) {
        score = points;
        return this;
    }

    Leads closed(Instant at) {
        closedAt = at;
        return this;
    }

    Leads seen(Instant at) {
        firstSeen = at;
        return this;
    }

    Leads paid(String... rules) {
        paid.addAll(List.of(rules));
        return this;
    }

    Leads with(String attribute, String word) {
        attributes.put(attribute, new TreeSet<>(List.of(word)));
        return this;
    }

    Leads mql(Mql mql) {
        mqls.add(mql);
        return this;
    }

    Leads promoted(Instant at) {
        return mql(promotion(at));
    }

    static Mql promotion(Instant at, String... rules) {
        return Mql.promoted(at, "threshold", false, new TreeSet<>(List.of(rules)));
    }

    LeadCase build() {
        Long hundredths = score == null ? null : Long.valueOf(Math.round(score * 100));
        return new LeadCase(
                id,
                firstSeen,
                outcome,
                outcome == Outcome.OPEN ? null : closedAt,
                outcome != Outcome.OPEN,
                hundredths == null ? null : "M-MID",
                hundredths,
                hundredths,
                mqls,
                attributes,
                paid);
    }
}

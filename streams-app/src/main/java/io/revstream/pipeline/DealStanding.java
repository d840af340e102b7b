package io.revstream.pipeline;

import io.revstream.state.Occurrence;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a deal.
 *
 * @param fields fields that have a value, as text, by their policy name
 * @param stages stages entered, in the order in which it happened, whenever it was reported; the latest {@value #MOST_STAGES}
 * @param closeDateBy the event that stated the close date; null while there is none
 * @param pushes how often the close date moved to a later day
 */
public record DealStanding(SortedMap<String, String> fields, List<Entered> stages, Occurrence closeDateBy, int pushes) {

    /** Nothing is known. */
    public static final DealStanding UNKNOWN = new DealStanding(Collections.emptySortedMap(), List.of(), null, 0);

    private static final int MOST_STAGES = 40;

    /** The stage that the deal is in; null while unknown. */
    public String stage() {
        return stages.isEmpty() ? null : stages.get(stages.size() - 1).stage();
    }

    /** Visits of stages, first to last. */
    public List<Visit> visits() {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            Entered entered = stages.get(i);
            Instant left = i + 1 < stages.size() ? stages.get(i + 1).by().at() : null;
            visits.add(new Visit(entered.stage(), entered.by().at(), left));
        }
        return List.copyOf(visits);
    }

    /** A field as text, or null when it has no value. */
    public String field(String name) {
        return fields.get(name);
    }

    /** The lead that it came from; null when unknown. */
    public String leadId() {
        return fields.get("leadId");
    }

    /** The account that buys; null when unknown. */
    public String accountId() {
        return fields.get("accountId");
    }

    /** The rep who owns it; null when unknown. */
    public String ownerId() {
        return fields.get("ownerId");
    }

    /** Expected close date; null when unknown. */
    public LocalDate closeDate() {
        String date = fields.get("closeDate");
        return date == null ? null : LocalDate.parse(date);
    }

    public void write(StateWriter out) {
        DealStandingCodec.write(out, this);
    }

    public static DealStanding read(StateReader in) {
        return DealStandingCodec.read(in);
    }

    boolean visited(String stage) {
        return stages.stream().anyMatch(entered -> entered.stage().equals(stage));
    }

    DealStanding entering(String stage, Occurrence by) {
        List<Entered> next = new ArrayList<>(stages);
        next.add(new Entered(stage, by));
        next.sort(Comparator.comparing(Entered::by));
        return new DealStanding(
                fields,
                List.copyOf(next.subList(Math.max(0, next.size() - MOST_STAGES), next.size())),
                closeDateBy,
                pushes);
    }

    /** With fields set; those set to an empty text have no value any more. */
    DealStanding setting(SortedMap<String, String> stated) {
        SortedMap<String, String> next = new TreeMap<>(fields);
        next.putAll(stated);
        next.values().removeIf(String::isBlank);
        return new DealStanding(Collections.unmodifiableSortedMap(next), stages, closeDateBy, pushes);
    }

    DealStanding closing(Occurrence by, int nextPushes) {
        return new DealStanding(fields, stages, by, nextPushes);
    }
}

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

    /** Visits of stages, first to last. A stage that is told again while the deal is in it is no new visit. */
    public List<Visit> visits() {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            Entered entered = stages.get(i);
            int next = i + 1;
            while (next < stages.size() && stages.get(next).stage().equals(entered.stage())) {
                next++;
            }
            Instant left = next < stages.size() ? stages.get(next).by().at() : null;
            visits.add(new Visit(entered.stage(), entered.by().at(), left));
            i = next - 1;
        }
        return List.copyOf(visits);
    }

    /** The visit that lasts; null while no stage is known. */
    public Visit visit() {
        List<Visit> visits = visits();
        return visits.isEmpty() ? null : visits.get(visits.size() - 1);
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
        if (next.size() > MOST_STAGES) {
            next.remove(leastMissed(next));
        }
        return new DealStanding(fields, List.copyOf(next), closeDateBy, pushes);
    }

    /** A stage told again and again is forgotten first, but for the first time and the last; then the oldest. */
    private static int leastMissed(List<Entered> stages) {
        for (int i = 1; i + 1 < stages.size(); i++) {
            String stage = stages.get(i).stage();
            if (stage.equals(stages.get(i - 1).stage())
                    && stage.equals(stages.get(i + 1).stage())) {
                return i;
            }
        }
        return 0;
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

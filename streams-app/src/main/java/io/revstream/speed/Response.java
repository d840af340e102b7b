package io.revstream.speed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a lead got from one rep: a contact, or none so far.
 *
 * @param repId null while nobody has the lead
 * @param teamId null when it is not known
 * @param waitsSince when the first clock of the lead's pass started: speed-to-lead counts from here
 * @param startedAt when the clock of this rep started
 * @param dueAt when that clock is or was due; null when unknown
 * @param contactedAt null as long as there was no contact
 * @param workingMillis working time for which the rep answers; null when unknown
 * @param systemMillis what the pipeline itself took between start and assignment, which no rep answers for
 * @param late whether the clock was due before the contact, or is due without one
 */
public record Response(
        String leadId,
        int pass,
        String repId,
        String teamId,
        Instant waitsSince,
        Instant startedAt,
        Instant dueAt,
        Instant contactedAt,
        Long workingMillis,
        long systemMillis,
        boolean late) {

    public boolean isContacted() {
        return contactedAt != null;
    }

    /** Whether it is settled if the rep was in time: by a contact, or because the clock is due. */
    public boolean isJudged() {
        return isContacted() || late;
    }

    public boolean isWithin() {
        return isContacted() && !late;
    }

    /** When it was settled whether the rep was in time; null as long as it is not. */
    public Instant judgedAt() {
        return isWithin() || dueAt == null ? contactedAt : late ? dueAt : null;
    }

    /** From the beginning to the contact, as the lead sees it; only where there was one. */
    public Duration waited() {
        return Duration.between(waitsSince, contactedAt);
    }

    /** From the start of the rep's clock to the contact. */
    Duration taken() {
        return Duration.between(startedAt, contactedAt);
    }

    /** What all reps together gave each lead: the earliest contact, and late if any clock was due before it. */
    static List<Response> byLead(List<Response> responses) {
        Map<String, List<Response>> leads = new LinkedHashMap<>();
        responses.forEach(one -> leads.computeIfAbsent(one.leadId() + '\n' + one.pass(), none -> new ArrayList<>())
                .add(one));
        return leads.values().stream().map(Response::together).toList();
    }

    private static Response together(List<Response> ofLead) {
        Response first = ofLead.stream()
                .filter(Response::isContacted)
                .min(Comparator.comparing(Response::contactedAt))
                .orElse(ofLead.get(0));
        boolean late = ofLead.stream().anyMatch(Response::late);
        return new Response(
                first.leadId,
                first.pass,
                first.repId,
                first.teamId,
                first.waitsSince,
                first.startedAt,
                first.dueAt,
                first.contactedAt,
                first.workingMillis,
                first.systemMillis,
                late);
    }
}

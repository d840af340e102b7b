package io.revstream.lead;

import io.revstream.events.ActivityEvent;
import io.revstream.events.ActivityVerdict;
import io.revstream.events.DataIssueFound;
import io.revstream.policy.NonHumanRules;
import io.revstream.quarantine.Judgement;
import io.revstream.quarantine.Movement;
import io.revstream.quarantine.Sighting;
import io.revstream.quarantine.Sign;
import io.revstream.quarantine.SuspicionWords;
import io.revstream.scoring.Engagement;
import io.revstream.state.Occurrence;
import io.revstream.stream.Catalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Keeps from a lead's score what machines may have done, and says so. What has followed from an activity before it became suspect, such
 * as a promotion, stays: a lead is never demoted.
 */
final class Suspects {

    static final String ISSUE = "suspect-activity";

    private Suspects() {}

    /** An activity came in; gives those that count from now on: that one, unless it is suspect. */
    static List<ActivityEvent> saw(LeadDraft draft, ActivityEvent activity) {
        NonHumanRules rules = draft.policy.nonHuman();
        if (!rules.suspects()) {
            return List.of(activity);
        }
        Movement movement = draft.quarantine
                .engagedBy(draft.engagement.lastEngagedAt())
                .with(activity, Engagement.engages(activity.getKind(), activity.getBy()), rules);
        move(draft, movement);
        return movement.admitted().isEmpty() ? List.of() : List.of(activity);
    }

    /** It was said whether activities were those of a person; gives those that count from now on. */
    static List<ActivityEvent> judged(LeadDraft draft, ActivityVerdict verdict, Occurrence event) {
        Set<String> unknown = draft.quarantine.unknown(verdict.getEventIds());
        if (!unknown.isEmpty()) {
            draft.refuse("Expected ids of activities that are still remembered of this lead, but found " + unknown);
            return List.of();
        }
        if (verdict.getEventIds().isEmpty() && draft.quarantine.waiting().isEmpty()) {
            draft.refuse("Expected activities that wait in quarantine, but there are none");
            return List.of();
        }
        Movement movement = draft.quarantine.judged(
                verdict.getEventIds(), new Judgement(verdict.getHuman(), event), draft.policy.nonHuman());
        move(draft, movement);
        String by = verdict.getDecidedBy() + (verdict.getNote() == null ? "" : ": " + verdict.getNote());
        settled(draft, movement.admitted(), "admitted", "Found to be the act of a person by " + by);
        List<Sighting> machines = new ArrayList<>(movement.settled());
        machines.removeAll(movement.admitted());
        machines.addAll(movement.withdrawn());
        settled(draft, machines, "withdrawn", "Found to be the act of a machine by " + by);
        return movement.admitted().stream().map(Sighting::activity).toList();
    }

    /** Time has come to the instant of the decision. */
    static void due(LeadDraft draft) {
        Instant next = draft.quarantine.nextDue();
        if (next != null && !next.isAfter(draft.now)) {
            Movement movement = draft.quarantine.due(draft.now, draft.policy.nonHuman());
            move(draft, movement);
            settled(draft, movement.settled(), "withdrawn", "Expected a verdict by now, but there was none");
        }
    }

    private static void move(LeadDraft draft, Movement movement) {
        draft.quarantine = movement.after();
        withdraw(draft, movement.withdrawn());
        suspected(draft, movement);
        settled(
                draft,
                movement.evicted(),
                "withdrawn",
                "Expected fewer suspects at a time, but the oldest had to make room for later ones");
    }

    /** As if they had never counted: an engagement forgets which event was the one before, and the quarantine knows it. */
    private static void withdraw(LeadDraft draft, List<Sighting> withdrawn) {
        if (withdrawn.isEmpty()) {
            return;
        }
        for (Sighting each : withdrawn) {
            draft.engagement = draft.engagement.without(each.kind(), each.asset(), each.at(), each.eventId());
        }
        withdrawn.stream()
                .map(each -> latestLike(each, draft.quarantine.sightings()))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(left -> draft.engagement =
                        draft.engagement.latestIs(left.kind(), left.asset(), left.engages(), left.occurrence()));
        draft.engagement = draft.engagement.engagedAt(draft.quarantine.engagedAt());
    }

    private static Sighting latestLike(Sighting one, List<Sighting> all) {
        Sighting latest = null;
        for (Sighting each : all) {
            latest = each.counts() && each.isLike(one) ? each : latest;
        }
        return latest;
    }

    private static void suspected(LeadDraft draft, Movement movement) {
        List<Sighting> suspects = movement.suspected();
        if (suspects.isEmpty()) {
            return;
        }
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        suspects.forEach(each -> signs.addAll(each.signs()));
        List<String> counted = ids(movement.withdrawn());
        DataIssueFound.Builder issue = issue(draft, suspects)
                .setResolved(false)
                .setBecause("Expected the act of a person, but " + SuspicionWords.of(signs, draft.policy.nonHuman())
                        + (counted.isEmpty() ? "" : "; " + counted.size() + " had counted until now"));
        issue.getDetails().put("signs", signs.stream().map(Suspects::word).collect(Collectors.joining(" ")));
        if (!counted.isEmpty()) {
            issue.getDetails().put("hadCounted", String.join(" ", counted));
        }
        draft.say(Catalogue.DATA_ISSUES, issue.build());
    }

    private static void settled(LeadDraft draft, List<Sighting> settled, String outcome, String because) {
        if (settled.isEmpty()) {
            return;
        }
        DataIssueFound.Builder issue = issue(draft, settled).setResolved(true).setBecause(because);
        issue.getDetails().put("outcome", outcome);
        draft.say(Catalogue.DATA_ISSUES, issue.build());
    }

    private static DataIssueFound.Builder issue(LeadDraft draft, Collection<Sighting> concerned) {
        Set<String> kinds = new TreeSet<>();
        concerned.forEach(each -> kinds.add(each.kind()));
        DataIssueFound.Builder issue = DataIssueFound.newBuilder()
                .setSubjectId(draft.id)
                .setIssue(ISSUE)
                .setEventIds(ids(concerned))
                .setDetails(new TreeMap<>());
        issue.getDetails().put("kinds", String.join(" ", kinds));
        return issue;
    }

    private static List<String> ids(Collection<Sighting> of) {
        return of.stream()
                .map(Sighting::occurrence)
                .sorted()
                .map(Occurrence::eventId)
                .toList();
    }

    private static String word(Sign sign) {
        return sign.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

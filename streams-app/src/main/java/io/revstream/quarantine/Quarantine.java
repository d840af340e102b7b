package io.revstream.quarantine;

import io.revstream.events.ActivityEvent;
import io.revstream.policy.NonHumanRules;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The suspect activities of a lead, and the latest others: any of these may still turn out to be a machine's. The same activities give
 * the same quarantine in whichever order they arrive, as long as they arrive within the policy's tolerance and no more than
 * {@value #MOST_OPEN} of them occurred in it.
 *
 * <p>Remembered are the latest {@value #MOST_LATEST} activities, those that a burst might still need ({@value #MOST_OPEN} at most), and
 * the latest {@value #MOST_MARKED} that are suspect or were judged. A suspect that has to make room is withdrawn for good.
 *
 * @param sightings what is remembered, the oldest first
 * @param engagedBefore when the prospect last engaged by an activity that is not remembered any more; null when it never did
 */
public record Quarantine(List<Sighting> sightings, Instant engagedBefore) {

    public static final Quarantine NONE = new Quarantine(List.of(), null);

    static final int MOST_LATEST = 16;
    static final int MOST_OPEN = 64;
    static final int MOST_MARKED = 64;

    private static final int VERSION = 1;

    private static final Comparator<Sighting> ORDER = Comparator.comparing(Sighting::occurrence);

    public Quarantine {
        sightings = List.copyOf(sightings);
    }

    /**
     * An activity came in.
     *
     * @param engages whether a prospect engages by it
     */
    public Movement with(ActivityEvent activity, boolean engages, NonHumanRules rules) {
        boolean links = rules.burst() != null && rules.burst().kinds().contains(activity.getKind());
        Sighting seen = Sighting.of(activity, engages, links ? link(activity) : null);
        seen = suspect(seen, Signs.of(activity, rules), rules);
        List<Sighting> changed = new ArrayList<>();
        changed.add(seen);
        if (seen.link() != null) {
            inBurst(seen, rules).forEach(link -> {
                changed.removeIf(other -> other.occurrence().equals(link.occurrence()));
                changed.add(suspect(link, Set.of(Sign.BURST), rules));
            });
        }
        return change(changed, rules);
    }

    /**
     * It was said whether activities were those of a person. Of several that is said about one, the latest counts.
     *
     * @param eventIds which ones; none for all that wait
     * @throws IllegalArgumentException when one of them is not remembered; see {@link #unknown}
     */
    public Movement judged(Collection<String> eventIds, Judgement judgement, NonHumanRules rules) {
        Set<String> unknown = unknown(eventIds);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Expected activities that are remembered, but not " + unknown);
        }
        List<Sighting> changed = sightings.stream()
                .filter(sighting -> eventIds.isEmpty() ? sighting.waits() : eventIds.contains(sighting.eventId()))
                .filter(sighting -> sighting.judgement() == null
                        || judgement.verdict().isAfter(sighting.judgement().verdict()))
                .map(sighting -> sighting.judged(judgement))
                .toList();
        return change(changed, rules);
    }

    /** Which of these ids are not those of activities that are remembered, in order. */
    public Set<String> unknown(Collection<String> eventIds) {
        Set<String> unknown = new TreeSet<>(eventIds);
        sightings.forEach(sighting -> unknown.remove(sighting.eventId()));
        return unknown;
    }

    /** Time has come to that instant: suspects whose wait ends by then are withdrawn. */
    public Movement due(Instant now, NonHumanRules rules) {
        List<Sighting> changed = waiting().stream()
                .filter(sighting ->
                        sighting.waitsUntil() != null && !sighting.waitsUntil().isAfter(now))
                .map(Sighting::expire)
                .toList();
        return change(changed, rules);
    }

    /** When the wait of a suspect ends next; null when none does. */
    public Instant nextDue() {
        Instant next = null;
        for (Sighting sighting : sightings) {
            if (sighting.waits() && sighting.waitsUntil() != null) {
                next = next == null || sighting.waitsUntil().isBefore(next) ? sighting.waitsUntil() : next;
            }
        }
        return next;
    }

    /** Those that wait for a verdict, the oldest first. */
    public List<Sighting> waiting() {
        return sightings.stream().filter(Sighting::waits).toList();
    }

    /** When the prospect last engaged, by all that counts; null when it never did. */
    public Instant engagedAt() {
        Instant engaged = engagedBefore;
        for (Sighting sighting : sightings) {
            if (sighting.engages() && sighting.counts()) {
                engaged = later(engaged, sighting.at());
            }
        }
        return engaged;
    }

    /** Takes over when the prospect last engaged, where that is not known here: activities were not always remembered. */
    public Quarantine engagedBy(Instant at) {
        Instant known = engagedAt();
        return at == null || (known != null && !at.isAfter(known)) ? this : new Quarantine(sightings, at);
    }

    public void write(StateWriter out) {
        out.version(VERSION);
        out.list(sightings, (to, sighting) -> sighting.write(to));
        out.optionalInstant(engagedBefore);
    }

    public static Quarantine read(StateReader in) {
        in.version("a quarantine", VERSION);
        return new Quarantine(in.list(Sighting::read), in.optionalInstant());
    }

    private List<Sighting> inBurst(Sighting seen, NonHumanRules rules) {
        List<Sighting> links = new ArrayList<>();
        sightings.stream()
                .filter(sighting -> sighting.link() != null)
                .filter(sighting -> rules.burst().kinds().contains(sighting.kind()))
                .forEach(links::add);
        links.add(seen);
        links.sort(ORDER);
        return Bursts.of(links, seen, rules.burst());
    }

    private static String link(ActivityEvent activity) {
        String link = activity.getProperties().get("link");
        return link == null ? activity.getAsset() : link;
    }

    private static Sighting suspect(Sighting sighting, Set<Sign> signs, NonHumanRules rules) {
        return sighting.suspect(
                signs,
                rules.withdrawAfter() == null
                        ? null
                        : sighting.at().plus(rules.withdrawAfter().elapsed()));
    }

    private Movement change(List<Sighting> changed, NonHumanRules rules) {
        List<Sighting> all = new ArrayList<>(sightings.size() + 1);
        all.addAll(sightings);
        List<Sighting> admitted = new ArrayList<>();
        List<Sighting> withdrawn = new ArrayList<>();
        List<Sighting> suspected = new ArrayList<>();
        List<Sighting> settled = new ArrayList<>();
        for (Sighting now : changed) {
            int place = Collections.binarySearch(all, now, ORDER);
            Sighting was = place < 0 ? null : all.set(place, now);
            if (was == null) {
                all.add(-place - 1, now);
            }
            boolean counted = was != null && was.counts();
            boolean waited = was != null && was.waits();
            addIf(now.counts() && !counted, now, admitted);
            addIf(!now.counts() && counted, now, withdrawn);
            addIf(now.waits() && !waited, now, suspected);
            addIf(!now.waits() && waited, now, settled);
        }
        List<Sighting> forgotten = forgotten(all, rules);
        all.removeAll(forgotten);
        Instant engaged = engagedBefore;
        for (Sighting sighting : forgotten) {
            engaged = sighting.engages() && sighting.counts() ? later(engaged, sighting.at()) : engaged;
        }
        return new Movement(
                new Quarantine(all, engaged),
                admitted,
                withdrawn,
                suspected,
                settled,
                forgotten.stream().filter(Sighting::waits).toList());
    }

    /** What is not remembered. How an activity ranks among all others decides, not when it came: so the order of arrival does not. */
    private static List<Sighting> forgotten(List<Sighting> all, NonHumanRules rules) {
        if (all.size() <= MOST_LATEST) {
            return List.of();
        }
        Instant open = all.get(all.size() - 1).at().minus(rules.remembered());
        List<Sighting> forgotten = new ArrayList<>();
        int rank = 0;
        int marked = 0;
        for (int i = all.size() - 1; i >= 0; i--) {
            Sighting sighting = all.get(i);
            rank++;
            marked += sighting.isMarked() ? 1 : 0;
            boolean latest = rank <= MOST_LATEST;
            boolean mayBurst = rank <= MOST_OPEN && !sighting.at().isBefore(open);
            if (!latest && !mayBurst && !(sighting.isMarked() && marked <= MOST_MARKED)) {
                forgotten.add(sighting);
            }
        }
        return forgotten;
    }

    private static <T> void addIf(boolean holds, T one, List<T> to) {
        if (holds) {
            to.add(one);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }
}

package io.revstream.routing;

import io.revstream.policy.RoutingRules;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leads that wait for a rep of a team. Contacts of an account whose first contact waits stand behind it and follow it to its rep (ACC-05).
 *
 * @param waiting the leads, each once, the longest waiting first
 */
public record Queue(List<Waiting> waiting) {

    /** Nobody waits. */
    public static final Queue EMPTY = new Queue(List.of());

    private static final Comparator<Waiting> OLDEST_FIRST =
            Comparator.comparing(Waiting::since).thenComparing(Waiting::leadId);

    /** Leads that found a rep, in order, with what is left. */
    public record Drained(Roster roster, Queue queue, List<Served> served) {}

    /** A lead that found a rep. */
    public record Served(Waiting lead, Turn turn) {}

    /** With one more lead; the later pass and round of a lead replaces the earlier, and a later round keeps its place. */
    public Queue with(Waiting lead) {
        Waiting known = find(lead.leadId());
        if (known != null && known.isAfter(lead)) {
            return this;
        }
        Waiting next = known != null && known.pass() == lead.pass() ? lead.waitingSince(known.since()) : lead;
        List<Waiting> all = new ArrayList<>(waiting);
        all.remove(known);
        int place = Collections.binarySearch(all, next, OLDEST_FIRST);
        all.add(place < 0 ? -place - 1 : place, next);
        return new Queue(Collections.unmodifiableList(all));
    }

    /** What waits of a lead in that pass, or null. */
    public Waiting find(String leadId, int pass) {
        Waiting known = find(leadId);
        return known != null && known.pass() == pass ? known : null;
    }

    /** The contact of an account, other than a lead, that waits for itself, the longest waiting if there are several; null when there is none. */
    public Waiting firstOf(String accountId, String otherThan) {
        return waiting.stream()
                .filter(lead -> lead.behind() == null
                        && lead.accountId().equals(accountId)
                        && !lead.leadId().equals(otherThan))
                .findFirst()
                .orElse(null);
    }

    /** Without a lead, unless it waits in a later pass. */
    public Queue released(String leadId, int pass) {
        Waiting known = find(leadId);
        return known == null || known.pass() > pass ? this : without(Set.of(known));
    }

    /** Without some of those who wait. */
    public Queue without(Set<Waiting> gone) {
        return new Queue(waiting.stream().filter(lead -> !gone.contains(lead)).toList());
    }

    /**
     * Gives leads to reps, the longest waiting first, as long as anybody can take one. A lead that no free rep may get does not hold up the
     * others.
     */
    public Drained drain(Roster roster, TeamTerms terms, Instant at) {
        Draining draining = new Draining(roster, terms, at);
        for (Waiting lead : waiting) {
            if (lead.behind() == null) {
                draining.offer(lead);
            }
        }
        return draining.drained();
    }

    /** Those who stand behind a contact of an account that has just found a rep follow it to him, or from now on wait for themselves. */
    public Drained follow(String accountId, String repId, Roster roster, TeamTerms terms, Instant at) {
        Draining draining = new Draining(roster, terms, at);
        draining.followers(accountId, repId);
        return draining.drained();
    }

    public void write(StateWriter out) {
        QueueCodec.write(out, this);
    }

    public static Queue read(StateReader in) {
        return QueueCodec.read(in);
    }

    private Waiting find(String leadId) {
        for (Waiting lead : waiting) {
            if (lead.leadId().equals(leadId)) {
                return lead;
            }
        }
        return null;
    }

    /** One draining: each lead is looked at once, so that it takes as long as the queue is long and no longer. */
    private final class Draining {

        private final TeamTerms terms;
        private final Instant at;
        private final Map<String, List<Waiting>> behind = new HashMap<>();
        private final List<Served> served = new ArrayList<>();
        private final Set<String> gone = new HashSet<>();
        private final Map<String, Waiting> changed = new HashMap<>();
        private Roster roster;
        private boolean nobodyFree;

        Draining(Roster roster, TeamTerms terms, Instant at) {
            this.roster = roster;
            this.terms = terms;
            this.at = at;
            for (Waiting lead : waiting) {
                if (lead.behind() != null) {
                    behind.computeIfAbsent(lead.accountId(), account -> new ArrayList<>())
                            .add(lead);
                }
            }
        }

        void offer(Waiting lead) {
            Turn turn = give(lead);
            if (turn != null) {
                followers(lead.accountId(), turn.repId());
            }
        }

        void followers(String accountId, String repId) {
            Deque<Waiting> next = new ArrayDeque<>(behind.getOrDefault(accountId, List.of()));
            behind.remove(accountId);
            for (Waiting lead = next.poll(); lead != null; lead = next.poll()) {
                Waiting following = lead.following(repId);
                if (give(following) == null) {
                    changed.put(following.leadId(), following);
                }
            }
        }

        /** Null when nobody can take it. */
        private Turn give(Waiting lead) {
            if (!canBeTaken(lead.ask())) {
                return null;
            }
            Turn turn = Rotation.choose(
                    roster, lead.ask(), terms.rules(), terms.team().zone(), at);
            roster = turn.roster();
            gone.add(lead.leadId());
            served.add(new Served(lead, turn));
            return turn;
        }

        /** While nobody is free for any lead, the reps are not asked about each of thousands. */
        private boolean canBeTaken(Ask ask) {
            RoutingRules.Rotation rules = terms.rules();
            ZoneId zone = terms.team().zone();
            if (Rotation.preferredCanTake(roster, ask, rules, zone, at)) {
                return true;
            }
            nobodyFree = nobodyFree || !Rotation.anybodyFree(roster, rules, zone, at);
            return !nobodyFree && Rotation.anybodyCanTake(roster, ask, rules, zone, at);
        }

        Drained drained() {
            if (gone.isEmpty() && changed.isEmpty()) {
                return new Drained(roster, Queue.this, List.of());
            }
            List<Waiting> left = waiting.stream()
                    .filter(lead -> !gone.contains(lead.leadId()))
                    .map(lead -> changed.getOrDefault(lead.leadId(), lead))
                    .toList();
            return new Drained(roster, new Queue(left), List.copyOf(served));
        }
    }
}

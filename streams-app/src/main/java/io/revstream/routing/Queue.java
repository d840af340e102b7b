package io.revstream.routing;

import io.revstream.policy.RoutingRules;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Leads that wait for a rep of a team.
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
        Waiting known = waiting.stream()
                .filter(one -> one.leadId().equals(lead.leadId()))
                .findFirst()
                .orElse(null);
        if (known != null && known.isAfter(lead)) {
            return this;
        }
        Waiting next = known != null && known.pass() == lead.pass() ? lead.waitingSince(known.since()) : lead;
        return new Queue(Stream.concat(without(lead.leadId()), Stream.of(next))
                .sorted(OLDEST_FIRST)
                .toList());
    }

    /** What waits of a lead in that pass, or null. */
    public Waiting find(String leadId, int pass) {
        return waiting.stream()
                .filter(lead -> lead.leadId().equals(leadId) && lead.pass() == pass)
                .findFirst()
                .orElse(null);
    }

    /** Without a lead, unless it waits in a later pass. */
    public Queue released(String leadId, int pass) {
        return new Queue(waiting.stream()
                .filter(lead -> !lead.leadId().equals(leadId) || lead.pass() > pass)
                .toList());
    }

    /** Gives leads to reps, the longest waiting first, as long as anybody can take one. */
    public Drained drain(Roster roster, RoutingRules.Rotation rules, ZoneId zone, Instant at) {
        Roster current = roster;
        List<Waiting> left = new ArrayList<>();
        List<Served> served = new ArrayList<>();
        for (Waiting lead : waiting) {
            Turn turn =
                    lead.mayBeServed(current, rules, at) ? Rotation.choose(current, lead.ask(), rules, zone, at) : null;
            if (turn == null || turn.repId() == null) {
                left.add(lead);
            } else {
                current = turn.roster();
                served.add(new Served(lead, turn));
            }
        }
        return new Drained(current, new Queue(List.copyOf(left)), List.copyOf(served));
    }

    public void write(StateWriter out) {
        QueueCodec.write(out, this);
    }

    public static Queue read(StateReader in) {
        return QueueCodec.read(in);
    }

    private Stream<Waiting> without(String leadId) {
        return waiting.stream().filter(lead -> !lead.leadId().equals(leadId));
    }
}

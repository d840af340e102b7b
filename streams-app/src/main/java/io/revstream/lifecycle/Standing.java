package io.revstream.lifecycle;

import io.revstream.policy.Facts;
import io.revstream.policy.LifecycleRules;
import io.revstream.policy.LifecycleRules.ClosedLost;
import io.revstream.policy.RejectionRules.Outcome;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a lead stands. A method that changes nothing gives back this very standing.
 *
 * @param stage null before the first
 * @param pass the pass through the funnel, from 1: a promotion after a recycling begins the next
 * @param entered when each stage was entered
 * @param mqlAt latest promotion; null before the first
 * @param acceptedAt acceptance by sales in this pass; null when there was none
 * @param firstContactAt first contact by sales in this pass; null when there was none
 * @param recycledAt latest recycling; null when there was none
 * @param rejectionReason reason code of the latest rejection; null when there was none
 */
public record Standing(
        String stage,
        int pass,
        Status status,
        Map<String, StageEntry> entered,
        Instant mqlAt,
        Instant acceptedAt,
        Instant firstContactAt,
        Instant recycledAt,
        String rejectionReason) {

    public static final Standing NEW = new Standing(null, 1, Status.ACTIVE, Map.of(), null, null, null, null, null);

    private static final int VERSION = 1;

    public Standing {
        entered = Collections.unmodifiableSortedMap(new TreeMap<>(entered));
    }

    /** Whether the lead was promoted in this pass, and not recycled since (MQL-09). */
    public boolean promotedInPass() {
        return mqlAt != null && status != Status.RECYCLED;
    }

    /** Whether sales has a promoted lead to work on: one that is neither recycled, archived nor lost. */
    public boolean openToSales() {
        return promotedInPass() && status == Status.ACTIVE;
    }

    /** Advances to a stage, unless the lead stands there or beyond (LIF-12), or the stage is null. */
    public Standing advance(String to, Instant at, LifecycleRules rules) {
        return rules.rank(to) > rules.rank(stage) ? change().enter(to, at).done() : this;
    }

    /** Advances to the furthest stage for which all that it asks for is known (LIF-17). */
    public Standing advance(Facts facts, Instant at, LifecycleRules rules) {
        Standing furthest = this;
        for (String to : rules.stages()) {
            if (rules.entry().containsKey(to) && missing(to, facts, rules).isEmpty()) {
                furthest = advance(to, at, rules);
            }
        }
        return furthest;
    }

    /** What a stage that facts lead to still asks for (LIF-17). */
    public static List<String> missing(String stage, Facts facts, LifecycleRules rules) {
        return rules.entry().getOrDefault(stage, List.of()).stream()
                .filter(attribute -> !facts.has(attribute))
                .toList();
    }

    /** Promoted to MQL: the next pass when the lead had been promoted before. The stage is entered anew (LIF-24). */
    public Standing promoted(Instant at, LifecycleRules rules) {
        return change().enterOrStay(rules.promoted(), at, rules).beginPass(at).done();
    }

    /** Accepted by sales; once in each pass. */
    public Standing accepted(Instant at, LifecycleRules rules) {
        if (acceptedAt != null) {
            return this;
        }
        Change change = change().enterOrStay(rules.accepted(), at, rules);
        change.acceptedAt = at;
        return change.done();
    }

    /** Contacted by sales: the earliest contact counts, whenever it is told. */
    public Standing contacted(Instant at) {
        if (firstContactAt != null && !at.isBefore(firstContactAt)) {
            return this;
        }
        Change change = change();
        change.firstContactAt = at;
        return change.done();
    }

    /** Rejected by sales: recycled or archived. The stage stays (LIF-15). */
    public Standing rejected(String reason, Outcome outcome, Instant at) {
        Change change = change();
        change.rejectionReason = reason;
        switch (outcome) {
            case NURTURE -> {
                change.status = Status.RECYCLED;
                change.recycledAt = at;
            }
            case ARCHIVE -> change.status = Status.ARCHIVED;
        }
        return change.done();
    }

    /** Archived by time (LIF-16): its recycling has come to nothing. */
    public Standing archived(Instant at, LifecycleRules rules) {
        Change change = change();
        change.status = Status.ARCHIVED;
        return change.done();
    }

    /** Moved by a person to any stage, backward too (LIF-14); an archived or recycled lead becomes active by it. */
    public Standing moved(String to, Instant at, LifecycleRules rules) {
        if (to.equals(stage) && status == Status.ACTIVE) {
            return this;
        }
        Change change = to.equals(stage) ? change() : change().enter(to, at);
        if (to.equals(rules.promoted()) && !promotedInPass()) {
            change.beginPass(at);
        }
        change.status = Status.ACTIVE;
        return change.done();
    }

    /** A deal was opened. */
    public Standing dealOpened(Instant at, LifecycleRules rules) {
        return active().advance(rules.dealOpened(), at, rules);
    }

    /** A deal was won (CUS-01). */
    public Standing dealWon(Instant at, LifecycleRules rules) {
        return active().advance(rules.dealWon(), at, rules);
    }

    /** A deal was lost: the policy says whether the lead is recycled (LIF-22). */
    public Standing dealLost(String reason, Instant at, LifecycleRules rules) {
        Change change = change();
        if (rules.closedLost() == ClosedLost.RECYCLE) {
            change.status = Status.RECYCLED;
            change.recycledAt = at;
            change.rejectionReason = reason;
        } else {
            change.status = Status.CLOSED_LOST;
        }
        return change.done();
    }

    public void write(StateWriter out) {
        out.version(VERSION);
        out.optionalText(stage);
        out.unsigned(pass);
        out.constant(status);
        out.map(entered, (to, entry) -> entry.write(to));
        out.optionalInstant(mqlAt);
        out.optionalInstant(acceptedAt);
        out.optionalInstant(firstContactAt);
        out.optionalInstant(recycledAt);
        out.optionalText(rejectionReason);
    }

    public static Standing read(StateReader in) {
        in.version("a standing", VERSION);
        return new Standing(
                in.optionalText(),
                Math.toIntExact(in.unsigned()),
                in.constant(Status.class),
                in.map(StageEntry::read),
                in.optionalInstant(),
                in.optionalInstant(),
                in.optionalInstant(),
                in.optionalInstant(),
                in.optionalText());
    }

    private Standing active() {
        if (status == Status.ACTIVE) {
            return this;
        }
        Change change = change();
        change.status = Status.ACTIVE;
        return change.done();
    }

    private Change change() {
        return new Change(this);
    }
}

package io.revstream.lifecycle;

import io.revstream.policy.LifecycleRules;
import io.revstream.policy.LifecycleRules.ClosedLost;
import io.revstream.policy.RejectionRules.Outcome;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where a lead stands. A method that changes nothing gives back this very standing.
 *
 * @param stage null before the first
 * @param reached how far it has come in this pass: the stage itself, or an earlier one where it stands at a stage of the pass before
 * @param pass the pass through the funnel, from 1: a promotion after a recycling begins the next
 * @param entered when each stage was entered
 * @param mqlAt latest promotion; null before the first
 * @param acceptedAt acceptance by sales in this pass; null when there was none
 * @param firstContactAt first contact by sales in this pass; null when there was none
 * @param recycledAt latest recycling; null when there was none
 * @param rejectionReason reason code of the latest rejection; null when there was none
 * @param meetingBookedAt when a meeting was booked last; null when none was (LIF-18)
 * @param idleAt when the lead is archived unless it does something; null when it is not (LIF-16)
 * @param barred stages that a person took the lead back from: their gates must close before they open to it again (LIF-14)
 */
public record Standing(
        String stage,
        String reached,
        int pass,
        Status status,
        Map<String, StageEntry> entered,
        Instant mqlAt,
        Instant acceptedAt,
        Instant firstContactAt,
        Instant recycledAt,
        String rejectionReason,
        Instant meetingBookedAt,
        Instant idleAt,
        Set<String> barred) {

    public static final Standing NEW =
            new Standing(null, null, 1, Status.ACTIVE, Map.of(), null, null, null, null, null, null, null, Set.of());

    private static final int VERSION = 1;

    public Standing {
        entered = Collections.unmodifiableSortedMap(new TreeMap<>(entered));
        barred = Collections.unmodifiableSortedSet(new TreeSet<>(barred));
    }

    /** Whether the lead was promoted in this pass, and not recycled since (MQL-09). */
    public boolean promotedInPass() {
        return mqlAt != null && status != Status.RECYCLED;
    }

    /** Whether sales has a promoted lead to work on: one that is neither recycled, archived nor lost. */
    public boolean openToSales() {
        return promotedInPass() && status == Status.ACTIVE;
    }

    /**
     * Advances to a stage, unless the lead has come there or beyond in this pass (LIF-12), or the stage is null. In a later pass it enters
     * stages anew (LIF-24), but never stands further back than before.
     */
    public Standing advance(String to, Instant at, LifecycleRules rules) {
        return rules.rank(to) > rules.rank(reached)
                ? change().enterOrStay(to, at, rules).done()
                : this;
    }

    /** Promoted to MQL: the next pass when the lead had been promoted before. The stage is entered anew (LIF-24). */
    public Standing promoted(Instant at, LifecycleRules rules) {
        return change().enterOrStay(rules.promoted(), at, rules).beginPass(at).done();
    }

    /** Accepted by sales; once in each pass. The policy names a stage for it, or leaves that to the gates. */
    public Standing accepted(Instant at, LifecycleRules rules) {
        if (acceptedAt != null) {
            return this;
        }
        Change change = rules.accepted() == null ? change() : change().enterOrStay(rules.accepted(), at, rules);
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

    /** Rejected by sales: recycled or archived. The stage stays, unless the policy has one for it (LIF-15). */
    public Standing rejected(String reason, Outcome outcome, Instant at, LifecycleRules rules) {
        Change change = change();
        change.rejectionReason = reason;
        switch (outcome) {
            case NURTURE -> recycle(change, at, rules);
            case ARCHIVE -> archive(change, at, rules);
        }
        return change.done();
    }

    /** Put away for good: nothing nurtures or promotes it any more (LIF-16). */
    public Standing archived(Instant at, LifecycleRules rules) {
        if (status == Status.ARCHIVED) {
            return this;
        }
        Change change = change();
        archive(change, at, rules);
        return change.done();
    }

    /**
     * Moved by a person to any stage, backward too (LIF-14); an archived or recycled lead becomes active by it.
     *
     * @param open stages whose gates are open now: those beyond the target are barred, so that the move is not undone at once
     */
    public Standing moved(String to, Set<String> open, Instant at, LifecycleRules rules) {
        if (to.equals(stage) && status == Status.ACTIVE) {
            return this;
        }
        Change change = to.equals(stage) ? change() : change().enter(to, at);
        if (to.equals(rules.promoted()) && !promotedInPass()) {
            change.beginPass(at);
        }
        change.reached = to;
        change.barred.clear();
        if (rules.rank(to) < rules.rank(stage)) {
            open.stream().filter(name -> rules.rank(name) > rules.rank(to)).forEach(change.barred::add);
        }
        if (rules.rank(to) <= rules.rank(rules.promoted())) {
            change.acceptedAt = null;
        }
        change.status = Status.ACTIVE;
        return change.done();
    }

    /** Bars only these stages from now on. */
    Standing barring(Set<String> stages) {
        if (stages.equals(barred)) {
            return this;
        }
        Change change = change();
        change.barred.clear();
        change.barred.addAll(stages);
        return change.done();
    }

    /** A meeting was booked: the latest counts, whenever it is told. */
    public Standing meetingBooked(Instant at) {
        if (meetingBookedAt != null && !at.isAfter(meetingBookedAt)) {
            return this;
        }
        Change change = change();
        change.meetingBookedAt = at;
        return change.done();
    }

    /** Archived at that instant unless it does something; null for never. */
    public Standing idleAt(Instant at) {
        if (Objects.equals(at, idleAt)) {
            return this;
        }
        Change change = change();
        change.idleAt = at;
        return change.done();
    }

    /** A deal takes the lead up again, whatever had become of it; at the stage that it had come to. */
    public Standing takenUp(LifecycleRules rules) {
        if (status == Status.ACTIVE) {
            return this;
        }
        Change change = change();
        change.status = Status.ACTIVE;
        change.stage = isBeside(rules) ? latest(rules) : stage;
        return change.done();
    }

    /** A deal was lost: the policy says whether the lead is recycled (LIF-22). A customer stays one. */
    public Standing dealLost(String reason, Instant at, LifecycleRules rules) {
        if (isCustomer(rules)) {
            return this;
        }
        Change change = change();
        if (rules.closedLost() == ClosedLost.RECYCLE) {
            change.rejectionReason = rules.closedLostReason() == null ? reason : rules.closedLostReason();
            recycle(change, at, rules);
        } else {
            change.status = Status.CLOSED_LOST;
        }
        return change.done();
    }

    /** Whether it stands at the first stage of customers, or beyond. */
    public boolean isCustomer(LifecycleRules rules) {
        return rules.rank(stage) >= rules.rank(rules.customer());
    }

    /** When it first became a customer; null when it never did (LIF-18). */
    public Instant customerSince(LifecycleRules rules) {
        return entered.entrySet().stream()
                .filter(entry -> rules.rank(entry.getKey()) >= rules.rank(rules.customer()))
                .map(entry -> entry.getValue().first())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static void recycle(Change change, Instant at, LifecycleRules rules) {
        change.status = Status.RECYCLED;
        change.recycledAt = at;
        if (rules.recycledStage() != null) {
            change.enter(rules.recycledStage(), at);
        }
    }

    private static void archive(Change change, Instant at, LifecycleRules rules) {
        change.status = Status.ARCHIVED;
        if (rules.archivedStage() != null) {
            change.enter(rules.archivedStage(), at);
        }
    }

    private boolean isBeside(LifecycleRules rules) {
        return stage != null && (stage.equals(rules.recycledStage()) || stage.equals(rules.archivedStage()));
    }

    /** The stage of the list that was entered last; the furthest of those entered at the same instant. */
    private String latest(LifecycleRules rules) {
        return entered.entrySet().stream()
                .filter(entry -> rules.rank(entry.getKey()) >= 0)
                .max(Comparator.comparing((Map.Entry<String, StageEntry> entry) ->
                                entry.getValue().latest())
                        .thenComparing(entry -> rules.rank(entry.getKey())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    public void write(StateWriter out) {
        out.version(VERSION);
        out.optionalText(stage);
        out.optionalText(reached);
        out.unsigned(pass);
        out.constant(status);
        out.map(entered, (to, entry) -> entry.write(to));
        out.optionalInstant(mqlAt);
        out.optionalInstant(acceptedAt);
        out.optionalInstant(firstContactAt);
        out.optionalInstant(recycledAt);
        out.optionalText(rejectionReason);
        out.optionalInstant(meetingBookedAt);
        out.optionalInstant(idleAt);
        out.words(barred);
    }

    public static Standing read(StateReader in) {
        in.version("a standing", VERSION);
        return new Standing(
                in.optionalText(),
                in.optionalText(),
                Math.toIntExact(in.unsigned()),
                in.constant(Status.class),
                in.map(StageEntry::read),
                in.optionalInstant(),
                in.optionalInstant(),
                in.optionalInstant(),
                in.optionalInstant(),
                in.optionalText(),
                in.optionalInstant(),
                in.optionalInstant(),
                in.words());
    }

    private Change change() {
        return new Change(this);
    }
}

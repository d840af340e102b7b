package io.revstream.lifecycle;

import io.revstream.policy.LifecycleRules;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A standing in the making. */
final class Change {

    String stage;
    String reached;
    int pass;
    Status status;
    final Map<String, StageEntry> entered;
    Instant mqlAt;
    Instant acceptedAt;
    Instant firstContactAt;
    Instant recycledAt;
    String rejectionReason;
    Instant meetingBookedAt;
    Instant idleAt;
    final Set<String> barred;

    Change(Standing before) {
        stage = before.stage();
        reached = before.reached();
        pass = before.pass();
        status = before.status();
        entered = new TreeMap<>(before.entered());
        mqlAt = before.mqlAt();
        acceptedAt = before.acceptedAt();
        firstContactAt = before.firstContactAt();
        recycledAt = before.recycledAt();
        rejectionReason = before.rejectionReason();
        meetingBookedAt = before.meetingBookedAt();
        idleAt = before.idleAt();
        barred = new TreeSet<>(before.barred());
    }

    Change enter(String to, Instant at) {
        entered.merge(to, new StageEntry(at, at), (before, now) -> new StageEntry(before.first(), now.latest()));
        stage = to;
        return this;
    }

    /** Enters a stage; a lead that stands beyond enters it too, but stays where it is (LIF-12). */
    Change enterOrStay(String to, Instant at, LifecycleRules rules) {
        String before = stage;
        enter(to, at);
        reached = to;
        stage = rules.rank(before) > rules.rank(to) ? before : to;
        return this;
    }

    /** A promotion: the next pass, unless it is the first promotion. */
    Change beginPass(Instant at) {
        pass = mqlAt == null ? pass : pass + 1;
        status = Status.ACTIVE;
        mqlAt = at;
        acceptedAt = null;
        firstContactAt = firstContactAt == null || firstContactAt.isBefore(at) ? null : firstContactAt;
        barred.clear();
        return this;
    }

    Standing done() {
        return new Standing(
                stage,
                reached,
                pass,
                status,
                entered,
                mqlAt,
                acceptedAt,
                firstContactAt,
                recycledAt,
                rejectionReason,
                meetingBookedAt,
                idleAt,
                barred);
    }
}

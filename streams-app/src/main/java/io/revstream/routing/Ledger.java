package io.revstream.routing;

import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;

/**
 * What the rotation gave a rep, and what was his by right. Both count over the leads that he could have taken: from others nothing is
 * added and nothing is taken off.
 *
 * @param assigned leads that the rotation gave him since the count began
 * @param owed what is his by right beyond them, in {@link Parts} of a lead; below zero when he has had more
 * @param turn number of the turn of the team in which the rotation last gave him a lead; 0 for never
 * @param lastAssignedAt when that was; null for never
 */
public record Ledger(int assigned, long owed, long turn, Instant lastAssignedAt) {

    static final Ledger EMPTY = new Ledger(0, 0, 0, null);

    /** Leads that were his by right since the count began. */
    public double share() {
        return Parts.leads(assigned * Parts.LEAD + owed);
    }

    /** Whole leads that he is behind his share, below zero ahead of it. */
    public int wholeOwed() {
        return (int) (owed / Parts.LEAD);
    }

    /** With his part of one more lead. */
    Ledger entitled(long parts) {
        return new Ledger(assigned, owed + parts, turn, lastAssignedAt);
    }

    /** With one more lead, and what it costs him. */
    Ledger given(long price, long nextTurn, Instant at) {
        return new Ledger(assigned + 1, owed - price, nextTurn, at);
    }

    /** The counts begin again; whose turn it was is not forgotten. */
    Ledger reset() {
        return new Ledger(0, 0, turn, lastAssignedAt);
    }

    void write(StateWriter out) {
        out.unsigned(assigned);
        out.signed(owed);
        out.unsigned(turn);
        out.optionalInstant(lastAssignedAt);
    }

    static Ledger read(StateReader in) {
        return new Ledger((int) in.unsigned(), in.signed(), in.unsigned(), in.optionalInstant());
    }
}

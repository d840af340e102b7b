package io.revstream.lead;

import io.revstream.lifecycle.Recycling;
import io.revstream.lifecycle.Standing;
import io.revstream.profile.LeadProfile;
import io.revstream.quarantine.Quarantine;
import io.revstream.scoring.Engagement;
import io.revstream.sla.SlaClocks;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import io.revstream.stream.StateCodec;

/** Bytes of a lead's state. */
final class LeadCodec implements StateCodec<LeadState> {

    private static final int VERSION = 2;

    @Override
    public void write(LeadState state, StateWriter to) {
        to.version(VERSION);
        to.text(state.id());
        to.flag(state.live());
        to.optionalInstant(state.firstSeen());
        state.profile().write(to);
        state.engagement().write(to);
        state.standing().write(to);
        state.ownership().write(to);
        state.clocks().write(to);
        state.recycling().write(to);
        state.account().write(to);
        state.deal().write(to);
        state.handoffs().write(to);
        state.quarantine().write(to);
        state.notices().write(to);
        state.shadow().write(to);
        to.optional(state.publishedScore(), StateWriter::fixed);
        to.optionalInstant(state.nextScoreChange());
    }

    @Override
    public LeadState read(StateReader from) {
        from.version("a lead", VERSION);
        return new LeadState(
                from.text(),
                from.flag(),
                from.optionalInstant(),
                LeadProfile.read(from),
                Engagement.read(from),
                Standing.read(from),
                Ownership.read(from),
                SlaClocks.read(from),
                Recycling.read(from),
                AccountView.read(from),
                DealView.read(from),
                OpenHandoffs.read(from),
                Quarantine.read(from),
                Notices.read(from),
                Shadow.read(from),
                from.optional(StateReader::fixed),
                from.optionalInstant());
    }
}

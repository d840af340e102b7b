package io.revstream.deal;

import io.revstream.pipeline.DealStanding;
import io.revstream.pipeline.StageVisits;
import io.revstream.pipeline.StageWatch;
import io.revstream.pipeline.Visit;
import io.revstream.sla.SlaClocks;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import io.revstream.stream.StateCodec;

/** Bytes of a deal's state, or a stage's. */
final class DealCodec implements StateCodec<PipelineState> {

    private static final int VERSION = 1;

    @Override
    public void write(PipelineState state, StateWriter to) {
        to.version(VERSION);
        to.flag(state instanceof StageState);
        if (state instanceof StageState stage) {
            to.text(stage.stage());
            stage.visits().write(to);
        } else if (state instanceof DealState deal) {
            to.text(deal.id());
            to.flag(deal.live());
            deal.standing().write(to);
            to.optional(deal.watch(), (out, watch) -> watch.write(out));
            deal.clocks().write(to);
            to.optional(deal.timed(), (out, visit) -> {
                out.text(visit.stage());
                out.instant(visit.enteredAt());
                out.optionalInstant(visit.leftAt());
            });
        }
    }

    @Override
    public PipelineState read(StateReader from) {
        from.version("a deal", VERSION);
        return from.flag()
                ? new StageState(from.text(), StageVisits.read(from))
                : new DealState(
                        from.text(),
                        from.flag(),
                        DealStanding.read(from),
                        from.optional(StageWatch::read),
                        SlaClocks.read(from),
                        from.optional(in -> new Visit(in.text(), in.instant(), in.optionalInstant())));
    }
}

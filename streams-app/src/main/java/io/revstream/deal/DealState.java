package io.revstream.deal;

import io.revstream.pipeline.DealStanding;
import io.revstream.pipeline.StageWatch;
import io.revstream.pipeline.Visit;
import io.revstream.sla.SlaClocks;

/**
 * A deal.
 *
 * @param id deal id
 * @param live false while all that is known is imported history: then nobody is timed, told or woken
 * @param watch of the stage that it is in; null while that is closed, or not known to the policy
 * @param clocks SLA clocks of the deal
 * @param timed the visit whose clocks were started last; null while none were
 */
public record DealState(String id, boolean live, DealStanding standing, StageWatch watch, SlaClocks clocks, Visit timed)
        implements PipelineState {

    static DealState unknown(String id) {
        return new DealState(id, false, DealStanding.UNKNOWN, null, SlaClocks.NONE, null);
    }
}

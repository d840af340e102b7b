package io.revstream.deal;

import io.revstream.pipeline.DealStanding;

/**
 * A deal.
 *
 * @param id deal id
 */
public record DealState(String id, DealStanding standing) {

    static DealState unknown(String id) {
        return new DealState(id, DealStanding.UNKNOWN);
    }
}

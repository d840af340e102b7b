package io.revstream.policy;

import java.util.List;
import java.util.Map;

/**
 * Stages and what leads to them.
 *
 * @param stages all stages, first to last
 * @param entry for stages that facts lead to: the attributes that must be known
 * @param promoted stage after an MQL promotion
 * @param accepted stage after a sales acceptance; null moves nothing
 * @param dealOpened stage after a deal was opened; null moves nothing
 * @param dealWon stage after a deal was won; null moves nothing
 * @param closedLost what becomes of a lead whose deal was lost
 */
public record LifecycleRules(
        List<String> stages,
        Map<String, List<String>> entry,
        String promoted,
        String accepted,
        String dealOpened,
        String dealWon,
        ClosedLost closedLost) {

    /** LIF-22. */
    public enum ClosedLost {
        KEEP,
        RECYCLE
    }

    /** Position of a stage, or -1 for none. */
    public int rank(String stage) {
        return stage == null ? -1 : stages.indexOf(stage);
    }
}

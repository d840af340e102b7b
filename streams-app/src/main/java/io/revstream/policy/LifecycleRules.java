package io.revstream.policy;

import java.util.List;

/**
 * Stages and what leads to them.
 *
 * @param stages all stages, first to last
 * @param promoted stage that an MQL promotion leads to
 * @param customer first stage of customers
 * @param accepted stage that a sales acceptance leads to at once; null leaves it to the gates
 * @param closedLost what becomes of a lead whose deal was lost
 * @param closedLostReason reason code of a lead that is recycled for a lost deal; null for the loss reason of the deal
 * @param recycledStage stage of recycled leads, beside the list (LIF-15); null keeps the stage
 * @param archivedStage stage of archived leads, beside the list; null keeps the stage
 * @param archiveAfter inactivity after which a lead that was never promoted is archived (LIF-16); null for never
 */
public record LifecycleRules(
        List<Stage> stages,
        String promoted,
        String customer,
        String accepted,
        ClosedLost closedLost,
        String closedLostReason,
        String recycledStage,
        String archivedStage,
        Span archiveAfter) {

    /**
     * A stage.
     *
     * @param owner who owns leads in it; null where the policy does not say
     * @param entry gates, one of which must hold for a lead to enter; none where no gate leads to it
     * @param required facts that must be known before a lead enters, though a gate holds (LIF-17)
     * @param does what is asked for with each entry
     * @param handoff null where the lead does not change hands
     */
    public record Stage(
            String stage,
            String owner,
            List<Gate> entry,
            List<String> required,
            List<EntryAction> does,
            HandoffRule handoff) {}

    /** LIF-22. */
    public enum ClosedLost {
        KEEP,
        RECYCLE
    }

    /** Names of all stages, first to last. */
    public List<String> names() {
        return stages.stream().map(Stage::stage).toList();
    }

    /** The stage of that name; null for none, and for a name beside the list. */
    public Stage stage(String name) {
        int rank = rank(name);
        return rank < 0 ? null : stages.get(rank);
    }

    /** Position of a stage, or -1 for none and for one beside the list. */
    public int rank(String stage) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).stage().equals(stage)) {
                return i;
            }
        }
        return -1;
    }

    /** Who owns leads in a stage; null where the policy does not say. */
    public String owner(String name) {
        Stage stage = stage(name);
        return stage == null ? null : stage.owner();
    }
}

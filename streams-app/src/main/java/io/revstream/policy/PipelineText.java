package io.revstream.policy;

import io.revstream.policy.PipelineRules.DealStage;
import io.revstream.policy.PipelineRules.StaleBy;
import io.revstream.policy.StaleRules.Reaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Stages of deals in plain words. */
public final class PipelineText {

    private PipelineText() {}

    /** A line for each stage, and those about all of them. */
    static List<String> of(PipelineRules pipeline) {
        List<String> lines = new ArrayList<>();
        for (DealStage stage : pipeline.stages()) {
            String stale = stale(stage, pipeline);
            lines.add(String.format(
                    Locale.ROOT,
                    "%-14s %-5s needs %s%s",
                    stage.stage(),
                    stage.outcome().name().toLowerCase(Locale.ROOT),
                    String.join(", ", stage.required()),
                    stale == null ? "" : "; stale after " + stale));
        }
        lines.add("A new deal needs " + String.join(", ", pipeline.newDealNeeds()) + "; a forecast review after "
                + pipeline.pushesForReview() + " pushes");
        pipeline.stale().reaction().forEach(step -> lines.add(reaction(step)));
        if (pipeline.manager() != null) {
            lines.add("Without a manager of its own, a deal is that of " + pipeline.manager());
        }
        return List.copyOf(lines);
    }

    /** After how long a deal is stale in a stage, in words; null for never. */
    public static String stale(DealStage stage, PipelineRules pipeline) {
        StaleRules stale = pipeline.stale();
        boolean open = stage.outcome() == PipelineRules.Outcome.OPEN;
        String fixed = stage.staleAfter() == null ? null : stage.staleAfter().toString();
        if (!open || stale.average() == null || stage.staleBy() == StaleBy.FIXED) {
            return fixed;
        }
        String average = stale.times() + " x the average of the latest "
                + stale.average().of() + " visits";
        return average + ", with fewer than " + stale.average().from() + " "
                + (fixed == null ? "never" : "after " + fixed);
    }

    /** A step of the reaction in words. */
    public static String reaction(Reaction step) {
        String when = step.times() != null
                ? "at " + step.times() + " x the threshold"
                : step.after() == null ? "at once" : "after " + step.after() + " without an update";
        List<String> does = new ArrayList<>();
        for (EntryAction action : step.does()) {
            does.add(action.kind().name().toLowerCase(Locale.ROOT) + " " + action.action()
                    + (action.to() == null ? "" : " to " + action.to())
                    + (action.due() == null ? "" : " due in " + action.due()));
        }
        return "Stale, " + when + " (" + step.step() + "): " + String.join(", ", does);
    }
}

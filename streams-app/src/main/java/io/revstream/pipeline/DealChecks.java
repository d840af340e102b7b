package io.revstream.pipeline;

import io.revstream.events.DealEvent;
import io.revstream.events.DealFields;
import io.revstream.pipeline.Finding.Kind;
import io.revstream.policy.PipelineRules;
import io.revstream.policy.PipelineRules.Outcome;
import io.revstream.state.Occurrence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an event makes of a deal, and what is wrong with it. A move is a fact of the CRM: it is taken even when it breaks a gate. */
public final class DealChecks {

    private DealChecks() {}

    /** The deal after an event, and the findings in the order in which they were made. */
    public record Checked(DealStanding deal, List<Finding> findings) {}

    /** Takes an event: exactly one of created, changed and stageChanged is set. */
    public static Checked check(DealStanding before, DealEvent event, PipelineRules rules) {
        DealFields fields = fields(event);
        String stage = stage(event);
        Occurrence by = new Occurrence(event.getOccurredAt(), event.getEventId());
        DealStanding after = before.setting(StatedFields.of(fields));
        if (stage != null) {
            after = after.entering(stage, by);
        }
        List<Finding> findings = new ArrayList<>();
        if (event.getCreated() != null) {
            created(after, stage, rules, findings);
        } else if (stage != null && after.stage().equals(stage)) {
            findings.addAll(StageMove.check(before, after, rules));
        }
        return new Checked(closeDate(before, after, by, fields, rules, findings), List.copyOf(findings));
    }

    private static void created(DealStanding after, String stage, PipelineRules rules, List<Finding> findings) {
        if (rules.rank(stage) < 0) {
            findings.add(StageMove.unknown(stage, rules));
        }
        List<String> missing = StageMove.missing(after, rules.newDealNeeds());
        if (!missing.isEmpty()) {
            findings.add(new Finding(Kind.FIELDS_MISSING, missing, "a new deal needs " + String.join(", ", missing)));
        }
    }

    /** A close date stated earlier than the known one tells nothing new; a closed deal's is what happened, not a push. */
    private static DealStanding closeDate(
            DealStanding before,
            DealStanding after,
            Occurrence by,
            DealFields fields,
            PipelineRules rules,
            List<Finding> findings) {
        LocalDate stated = fields == null ? null : fields.getCloseDate();
        if (stated == null) {
            return after;
        }
        LocalDate known = before.closeDate();
        if (known != null && !by.isAfter(before.closeDateBy())) {
            return after.setting(new TreeMap<>(Map.of("closeDate", known.toString())))
                    .closing(before.closeDateBy(), before.pushes());
        }
        boolean pushed = known != null && stated.isAfter(known) && open(after, rules);
        if (!pushed) {
            return after.closing(by, before.pushes());
        }
        int pushes = before.pushes() + 1;
        String moved = "close date moved from " + known + " to " + stated;
        if (fields.getPushReason() == null || fields.getPushReason().isBlank()) {
            findings.add(new Finding(Kind.PUSHED_WITHOUT_REASON, List.of(), moved + " without a reason"));
        }
        if (pushes >= rules.pushesForReview()) {
            findings.add(new Finding(Kind.FORECAST_REVIEW, List.of(), moved + ", push number " + pushes));
        }
        return after.closing(by, pushes);
    }

    private static boolean open(DealStanding deal, PipelineRules rules) {
        return rules.outcome(deal.stage()) == Outcome.OPEN;
    }

    private static DealFields fields(DealEvent event) {
        if (event.getCreated() != null) {
            return event.getCreated().getFields();
        }
        return event.getChanged() != null
                ? event.getChanged().getFields()
                : event.getStageChanged().getFields();
    }

    private static String stage(DealEvent event) {
        if (event.getCreated() != null) {
            return event.getCreated().getStage();
        }
        return event.getStageChanged() == null ? null : event.getStageChanged().getStage();
    }
}

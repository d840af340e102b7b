package io.revstream.deal;

import io.revstream.events.DealEvent;
import io.revstream.events.DealFact;
import io.revstream.events.DealOutcome;
import io.revstream.events.StageFact;
import io.revstream.pipeline.DealChecks;
import io.revstream.pipeline.DealStanding;
import io.revstream.policy.PipelineRules;
import io.revstream.policy.Policy;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Decider;
import io.revstream.stream.Decision;
import io.revstream.stream.Input;
import io.revstream.stream.WakeUp;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Decides for a deal: what is wrong with it, how long it may stay as it is, and what its lead must know. Stages keep their averages. */
public final class DealDecider implements Decider<PipelineState> {

    @Override
    public PipelineState initial(String key) {
        return StageState.isKey(key) ? StageState.unknown(key) : DealState.unknown(key);
    }

    @Override
    public Decision<PipelineState> decide(PipelineState state, Input input, Instant now, Policy policy) {
        if (state instanceof StageState stage) {
            return input.event() instanceof StageFact fact
                    ? StageFacts.decide(stage, fact, policy)
                    : Decision.refused(state, "Expected a fact of a stage, but the key begins like that of one");
        }
        DealDraft draft = new DealDraft((DealState) state, input, now, policy);
        if (input.event() instanceof DealEvent event) {
            int payloads = (event.getCreated() == null ? 0 : 1)
                    + (event.getChanged() == null ? 0 : 1)
                    + (event.getStageChanged() == null ? 0 : 1);
            if (payloads != 1) {
                return Decision.refused(
                        state, "Expected exactly one of created, changed and stageChanged, but found " + payloads);
            }
            told(draft, event);
        } else if (input.event() instanceof StageFact fact && fact.getAverage() != null) {
            Staleness.answered(draft, fact.getStage(), fact.getAverage());
        } else if (input.event() instanceof WakeUp) {
            Staleness.due(draft);
            DealClocks.due(draft);
        } else {
            throw new IllegalArgumentException(
                    "Expected an input of a deal, but found " + input.event().getClass());
        }
        return draft.decision();
    }

    /** The next instant to look whether it is stale, or the next step of a clock. */
    @Override
    public Instant wakeAt(PipelineState state) {
        if (!(state instanceof DealState deal) || !deal.live()) {
            return null;
        }
        return Stream.of(
                        deal.watch() == null ? null : deal.watch().dueAt(),
                        deal.clocks().nextDue())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static void told(DealDraft draft, DealEvent event) {
        DealStanding before = draft.standing;
        DealChecks.Checked checked = DealChecks.check(before, event, draft.policy.pipeline());
        draft.standing = checked.deal();
        draft.live |= draft.acts();
        if (draft.acts()) {
            checked.findings()
                    .forEach(finding -> draft.say(Catalogue.DEAL_ALERTS, finding.alert(draft.id, draft.standing)));
        }
        StageFacts.tell(draft, before);
        Staleness.follow(draft);
        DealClocks.follow(draft);
        if (draft.standing.leadId() != null && isNewsToTheLead(before, draft.standing)) {
            draft.say(
                    Catalogue.DEAL_FACTS,
                    draft.standing.leadId(),
                    fact(draft.id, draft.standing, draft.policy.pipeline()));
        }
    }

    private static boolean isNewsToTheLead(DealStanding before, DealStanding after) {
        boolean moved = after.stage() != null && !after.stage().equals(before.stage());
        boolean linked = after.stage() != null && !after.leadId().equals(before.leadId());
        boolean learned = after.stage() != null
                && !after.fields().keySet().equals(before.fields().keySet());
        return moved || linked || learned;
    }

    private static DealFact fact(String id, DealStanding deal, PipelineRules rules) {
        String value = deal.field("value");
        DealOutcome outcome = switch (rules.outcome(deal.stage())) {
            case OPEN -> DealOutcome.OPEN;
            case WON -> DealOutcome.WON;
            case LOST -> DealOutcome.LOST;
        };
        return DealFact.newBuilder()
                .setLeadId(deal.leadId())
                .setDealId(id)
                .setStage(deal.stage())
                .setOutcome(outcome)
                .setValue(value == null ? null : new BigDecimal(value))
                .setCloseDate(deal.closeDate())
                .setKnown(List.copyOf(deal.fields().keySet()))
                .setLossReason(outcome == DealOutcome.LOST ? deal.field("lossReason") : null)
                .build();
    }
}

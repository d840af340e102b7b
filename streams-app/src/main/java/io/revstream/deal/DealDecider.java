package io.revstream.deal;

import io.revstream.events.DealEvent;
import io.revstream.events.DealFact;
import io.revstream.events.DealOutcome;
import io.revstream.pipeline.DealChecks;
import io.revstream.pipeline.DealStanding;
import io.revstream.policy.PipelineRules;
import io.revstream.policy.Policy;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Decider;
import io.revstream.stream.Decision;
import io.revstream.stream.Input;
import io.revstream.stream.Output;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decides for a deal: what is wrong with it, and what its lead must know. */
public final class DealDecider implements Decider<DealState> {

    @Override
    public DealState initial(String key) {
        return DealState.unknown(key);
    }

    @Override
    public Decision<DealState> decide(DealState state, Input input, Instant now, Policy policy) {
        if (!(input.event() instanceof DealEvent event)) {
            throw new IllegalArgumentException(
                    "Expected an input of a deal, but found " + input.event().getClass());
        }
        int payloads = (event.getCreated() == null ? 0 : 1)
                + (event.getChanged() == null ? 0 : 1)
                + (event.getStageChanged() == null ? 0 : 1);
        if (payloads != 1) {
            return Decision.refused(
                    state, "Expected exactly one of created, changed and stageChanged, but found " + payloads);
        }
        DealChecks.Checked checked = DealChecks.check(state.standing(), event, policy.pipeline());
        DealStanding after = checked.deal();
        List<Output> outputs = new ArrayList<>();
        if (!input.historical()) {
            checked.findings()
                    .forEach(finding -> outputs.add(
                            new Output(Catalogue.DEAL_ALERTS, state.id(), finding.alert(state.id(), after))));
        }
        if (after.leadId() != null && isNewsToTheLead(state.standing(), after)) {
            outputs.add(new Output(Catalogue.DEAL_FACTS, after.leadId(), fact(state.id(), after, policy.pipeline())));
        }
        return Decision.of(new DealState(state.id(), after), outputs);
    }

    /** Deals wait for events, not for instants. */
    @Override
    public Instant wakeAt(DealState state) {
        return null;
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

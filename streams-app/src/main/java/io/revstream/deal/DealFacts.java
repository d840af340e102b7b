package io.revstream.deal;

import io.revstream.pipeline.DealStanding;
import io.revstream.policy.Facts;
import io.revstream.policy.PipelineRules;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/** What a policy may ask of a deal: its fields by name, {@code dealStage}, and {@code dealOutcome}: open, won or lost. */
record DealFacts(DealStanding deal, PipelineRules rules) implements Facts {

    @Override
    public Set<String> words(String attribute) {
        String text = text(attribute);
        return text == null ? Set.of() : Set.of(text.toLowerCase(Locale.ROOT));
    }

    /** Whole numbers: of an amount what stands before the point. */
    @Override
    public Long number(String attribute) {
        String text = text(attribute);
        try {
            return text == null ? null : Long.valueOf(new BigDecimal(text).longValue());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** As the deal has it; null when it is not known. */
    String text(String attribute) {
        return switch (attribute) {
            case "dealStage" -> deal.stage();
            case "dealOutcome" ->
                deal.stage() == null ? null : rules.outcome(deal.stage()).name();
            default -> deal.field(attribute);
        };
    }
}

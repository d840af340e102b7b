package io.revstream.lead;

import io.revstream.events.DealFact;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.util.List;

/**
 * The deal of a lead, by its latest fact.
 *
 * @param dealId null when the lead has none
 * @param stage stage of the deal; null without a deal
 * @param outcome OPEN, WON or LOST; null without a deal
 * @param known names of the fields that are known of it, sorted
 */
record DealView(String dealId, String stage, String outcome, List<String> known) {

    static final DealView NONE = new DealView(null, null, null, List.of());

    private static final int VERSION = 1;

    DealView {
        known = List.copyOf(known);
    }

    static DealView of(DealFact fact) {
        return new DealView(
                fact.getDealId(),
                fact.getStage(),
                fact.getOutcome().name(),
                fact.getKnown().stream().sorted().toList());
    }

    /** Whether the fact tells of this deal at this stage, so that at most its fields are news. */
    boolean isAt(DealFact fact) {
        return fact.getDealId().equals(dealId)
                && fact.getStage().equals(stage)
                && fact.getOutcome().name().equals(outcome);
    }

    void write(StateWriter out) {
        out.version(VERSION);
        out.optionalText(dealId);
        out.optionalText(stage);
        out.optionalText(outcome);
        out.list(known, StateWriter::text);
    }

    static DealView read(StateReader in) {
        in.version("a deal's view", VERSION);
        return new DealView(in.optionalText(), in.optionalText(), in.optionalText(), in.list(StateReader::text));
    }
}

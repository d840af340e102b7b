package io.revstream.app.cli;

import com.fasterxml.jackson.databind.JsonNode;

import static io.revstream.app.cli.TextLines.span;
import static io.revstream.app.cli.TextLines.word;

/** A deal, as the API explains it, for people. */
final class DealText {

    private final TextLines text = new TextLines();
    private final JsonNode deal;

    private DealText(JsonNode deal) {
        this.deal = deal;
    }

    static String of(JsonNode deal) {
        DealText text = new DealText(deal);
        text.standing();
        text.stages();
        text.stale();
        return text.text + ClockText.of(deal.path("clocks"));
    }

    private void standing() {
        text.line("Deal %s at %s, by policy %s", word(deal, "dealId"), word(deal, "at"), word(deal, "policyVersion"));
        text.line("  owner     %s", deal.has("ownerId") ? word(deal, "ownerId") : "nobody is stated");
        if (deal.has("leadId")) {
            text.line("  lead      %s", word(deal, "leadId"));
        }
        if (deal.has("accountId")) {
            text.line("  account   %s", word(deal, "accountId"));
        }
        if (deal.has("closeDate")) {
            text.line(
                    "  closes    %s, pushed %d times",
                    word(deal, "closeDate"), deal.path("pushes").asInt());
        }
        if (deal.path("fromHistory").asBoolean()) {
            text.line("  history   all that is known was imported: nobody is timed or told");
        }
    }

    private void stages() {
        if (!deal.has("stage")) {
            text.line("  stage     none yet");
            return;
        }
        text.line(
                "  stage     %s, for %s",
                word(deal, "stage"), span(deal.path("inStageSeconds").asLong()));
        for (JsonNode visit : deal.path("stages")) {
            text.line(
                    "    %-20s from %s%s",
                    word(visit, "stage"),
                    word(visit, "enteredAt"),
                    visit.has("leftAt") ? " to " + word(visit, "leftAt") : "");
        }
    }

    private void stale() {
        JsonNode stale = deal.path("stale");
        if (stale.isMissingNode()) {
            text.line("  stale     never in this stage");
            return;
        }
        text.line(
                "  stale     %s, after %s%s",
                stale.path("stale").asBoolean() ? "yes" : "no",
                word(stale, "after"),
                stale.has("from") ? ": from " + word(stale, "from") : "");
    }
}

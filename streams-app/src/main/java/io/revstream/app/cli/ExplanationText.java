package io.revstream.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** An explanation, as the API gives it, for people. */
final class ExplanationText {

    private final StringBuilder text = new StringBuilder();

    private ExplanationText() {}

    static String of(JsonNode lead) {
        ExplanationText explanation = new ExplanationText();
        explanation.standing(lead);
        explanation.score(lead);
        explanation.promotion(lead.path("promotion"));
        explanation.quarantine(lead.path("quarantine"));
        return explanation.text + ClockText.of(lead.path("clocks"));
    }

    private void standing(JsonNode lead) {
        line("Lead %s at %s, by policy %s"
                .formatted(word(lead, "leadId"), word(lead, "at"), word(lead, "policyVersion")));
        String stage = lead.path("stage").asText(null);
        line("  stage     %s, %s, pass %s%s"
                .formatted(
                        stage == null ? "none yet" : stage,
                        word(lead, "status"),
                        word(lead, "pass"),
                        lead.path("stageEnteredAt").has(stage == null ? "" : stage)
                                ? ", since " + word(lead.path("stageEnteredAt"), stage)
                                : ""));
        for (JsonNode entered : lead.path("stages")) {
            line("    entered %s at %s%s"
                    .formatted(
                            word(entered, "stage"),
                            word(entered, "firstAt"),
                            entered.path("latestAt").equals(entered.path("firstAt"))
                                    ? ""
                                    : ", again at " + word(entered, "latestAt")));
        }
        dates(lead);
        JsonNode owner = lead.path("owner");
        line("  owner     %s"
                .formatted(
                        owner.has("ownerId")
                                ? word(owner, "ownerId") + " of " + word(owner, "teamId")
                                : owner.has("teamId")
                                        ? "none: waits in the queue of " + word(owner, "teamId")
                                        : "none"));
        if (owner.has("because")) {
            line("    because %s".formatted(word(owner, "because")));
        }
        if (!owner.path("formerOwnerIds").isEmpty()) {
            line("    before  %s".formatted(TextLines.words(owner.path("formerOwnerIds"))));
        }
    }

    private void dates(JsonNode lead) {
        for (String date :
                List.of("mqlAt", "acceptedAt", "firstContactAt", "recycledAt", "meetingBookedAt", "customerSince")) {
            if (lead.has(date)) {
                line("    %-22s %s".formatted(date, word(lead, date)));
            }
        }
    }

    private void score(JsonNode lead) {
        JsonNode score = lead.path("score");
        if (score.isMissingNode()) {
            line("  score     none: nothing is known yet that could be scored");
            return;
        }
        line("  score     %s of %s needed (model %s, %s): fit %s, engagement %s, negative %s"
                .formatted(
                        word(score, "total"),
                        word(score, "threshold"),
                        word(score, "model"),
                        word(score, "combination"),
                        word(score, "fit"),
                        word(score, "engagement"),
                        word(score, "negative")));
        for (JsonNode entry : score.path("ledger")) {
            line("    %8s  %-11s %-32s %s of %s points%s"
                    .formatted(
                            word(entry, "contribution"),
                            word(entry, "part").toLowerCase(Locale.ROOT),
                            word(entry, "rule"),
                            word(entry, "points"),
                            word(entry, "awarded"),
                            entry.has("since") ? ", since " + word(entry, "since") : ""));
        }
        line("    %8s  total".formatted(word(score, "total")));
        line("  by time   %s"
                .formatted(
                        lead.has("nextScoreChange")
                                ? "the score changes next at " + word(lead, "nextScoreChange") + ", to "
                                        + word(lead, "nextTotal")
                                : "the score does not change"));
    }

    private void promotion(JsonNode promotion) {
        if (promotion.isMissingNode()) {
            return;
        }
        line("  promotion %s%s"
                .formatted(
                        promotion.path("due").asBoolean() ? "is due" : "is not due",
                        promotion.path("pointsShort").decimalValue().signum() > 0
                                ? ", " + word(promotion, "pointsShort") + " points short of the threshold"
                                : ""));
        checks(promotion.path("always"));
        for (JsonNode rule : promotion.path("rules")) {
            line("    rule %s: %s"
                    .formatted(word(rule, "rule"), rule.path("met").asBoolean() ? "met" : "not met"));
            checks(rule.path("checks"));
        }
    }

    private void checks(JsonNode checks) {
        for (JsonNode check : checks) {
            line("      %-3s  %-28s %s (needed: %s)"
                    .formatted(
                            check.path("met").asBoolean() ? "yes" : "NO",
                            word(check, "condition"),
                            word(check, "found"),
                            word(check, "needed")));
        }
    }

    private void quarantine(JsonNode suspects) {
        for (JsonNode suspect : suspects) {
            line("  suspect   %s%s at %s, event %s: %s%s"
                    .formatted(
                            word(suspect, "kind"),
                            suspect.has("asset") ? " of " + word(suspect, "asset") : "",
                            word(suspect, "at"),
                            word(suspect, "eventId"),
                            word(suspect, "because"),
                            suspect.has("waitsUntil") ? "; withdrawn at " + word(suspect, "waitsUntil") : ""));
        }
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }

    private static String word(JsonNode node, String name) {
        return node.path(name).asText();
    }
}

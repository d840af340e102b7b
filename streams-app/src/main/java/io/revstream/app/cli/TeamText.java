package io.revstream.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;

import static io.revstream.app.cli.TextLines.span;
import static io.revstream.app.cli.TextLines.word;
import static io.revstream.app.cli.TextLines.words;

/** A team, as the API explains it, for people. */
final class TeamText {

    private static final String REP = "    %-14s %-22s %5s %6s %7s %6s  %-22s %s";

    private final TextLines text = new TextLines();
    private final JsonNode team;

    private TeamText(JsonNode team) {
        this.team = team;
    }

    static String of(JsonNode team) {
        TeamText text = new TeamText(team);
        text.head();
        text.reps();
        text.queue();
        text.issues();
        return text.text.toString();
    }

    private void head() {
        text.line(
                "Team %s (%s) at %s, by policy %s",
                word(team, "id"), word(team, "name"), word(team, "at"), word(team, "policyVersion"));
        if (!team.path("known").asBoolean()) {
            text.line("  not in the policy: no lead is routed here");
        }
        text.line(
                "  next      %s: %s",
                team.has("next") ? word(team, "next") + ", by " + word(team, "method") : "nobody, a lead would wait",
                word(team, "because"));
        if (team.has("countedSince")) {
            text.line("  counts    since %s", word(team, "countedSince"));
        }
    }

    private void reps() {
        JsonNode reps = team.path("reps");
        if (reps.isEmpty()) {
            text.line("  reps      none: nobody was reported for this team");
            return;
        }
        text.line("  reps");
        text.line(REP, "", "", "OPEN", "TURNS", "SHARE", "WEIGHT", "LATEST LEAD", "CANNOT TAKE ONE");
        for (JsonNode rep : reps) {
            text.line(
                    REP,
                    word(rep, "id"),
                    word(rep, "name"),
                    word(rep, "open"),
                    word(rep, "assigned"),
                    String.format(Locale.ROOT, "%.2f", rep.path("share").asDouble()),
                    word(rep, "weight"),
                    rep.has("lastAssignedAt") ? word(rep, "lastAssignedAt") : "never",
                    rep.has("skipped") ? skipped(rep) : "");
            details(rep);
        }
    }

    private String skipped(JsonNode rep) {
        String from = word(rep, "availableFrom");
        boolean later = !from.isEmpty() && Instant.parse(from).isAfter(Instant.parse(word(team, "at")));
        return word(rep, "skipped") + (later ? ", there from " + from : "");
    }

    private void details(JsonNode rep) {
        JsonNode facts = rep.path("facts");
        if (!facts.path("away").isEmpty()) {
            text.line("      away %s", words(facts.path("away")));
        }
        if (rep.has("backup")) {
            text.line("      %s stands in", word(rep, "backup"));
        }
        if (!rep.path("planned").isEmpty()) {
            text.line("      other details hold from %s", words(rep.path("planned")));
        }
    }

    private void queue() {
        JsonNode queue = team.path("queue");
        if (queue.isEmpty()) {
            text.line("  queue     nobody waits");
            return;
        }
        text.line(
                "  queue     %d wait%s",
                queue.size(), team.has("nextTry") ? "; somebody may be there at " + word(team, "nextTry") : "");
        for (JsonNode lead : queue) {
            text.line(
                    "    %-24s of %-20s for %s, since %s%s%s%s",
                    word(lead, "id"),
                    word(lead, "accountId"),
                    span(lead.path("waited").asLong()),
                    word(lead, "since"),
                    lead.has("dueAt") ? ", due " + word(lead, "dueAt") : "",
                    lead.path("skills").isEmpty() ? "" : ", needs " + words(lead.path("skills")),
                    lead.has("behind") ? ", follows " + word(lead, "behind") : "");
            if (!lead.path("excluded").isEmpty()) {
                text.line("      not to %s", words(lead.path("excluded")));
            }
        }
    }

    private void issues() {
        team.path("issues")
                .properties()
                .forEach(issue -> text.line(
                        "  issue     %s: %s", issue.getKey(), issue.getValue().asText()));
    }
}

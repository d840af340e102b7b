package io.revstream.lead;

import io.revstream.policy.Facts;
import io.revstream.scoring.Scorecard;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is passed on of a lead, by name: its attributes and the facts that a policy may ask for, and beside them {@code score},
 * {@code scoreLedger}, {@code mqlAt}, {@code owner} and {@code recentActivity}.
 */
final class Passing {

    private Passing() {}

    /** What is known of these, as text, in a map of its own. */
    static Map<String, String> known(LeadDraft draft, List<String> names) {
        Map<String, String> known = new TreeMap<>();
        for (String name : names) {
            String text = text(draft, name);
            if (text != null && !text.isEmpty()) {
                known.put(name, text);
            }
        }
        return known;
    }

    private static String text(LeadDraft draft, String name) {
        return switch (name) {
            case "score" ->
                draft.score == null
                        ? null
                        : Scorecard.points(draft.score.total()).toPlainString();
            case "scoreLedger" -> draft.score == null ? null : ledger(draft.score);
            case "mqlAt" ->
                draft.standing.mqlAt() == null ? null : draft.standing.mqlAt().toString();
            case "owner" -> draft.ownership.ownerId() == null ? draft.ownership.teamId() : draft.ownership.ownerId();
            case "recentActivity" -> draft.engagement.recentWords();
            default -> stated(draft, name);
        };
    }

    /** As stated, where the lead itself stated it; a fact in the words of the policy otherwise. */
    private static String stated(LeadDraft draft, String name) {
        List<String> stated = draft.profile.values(name);
        if (!stated.isEmpty()) {
            return String.join(", ", stated);
        }
        Facts facts = draft.facts();
        return facts.words(name).stream().sorted().collect(Collectors.joining(", "));
    }

    private static String ledger(Scorecard score) {
        return score.lines().stream()
                .map(line -> line.rule() + " " + Scorecard.points(line.points()).toPlainString())
                .collect(Collectors.joining(", "));
    }
}

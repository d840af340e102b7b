package io.revstream.lead;

import io.revstream.lifecycle.Standing;
import io.revstream.policy.AccountRules;
import io.revstream.policy.Facts;
import io.revstream.scoring.ScoreLine;
import io.revstream.scoring.Scorecard;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * What a policy may ask of a lead beside its attributes: {@code stage}, {@code status}, {@code accepted}, {@code recycledFrom}, {@code meetingBooked} (known once it is), of its
 * deal {@code dealStage}, {@code dealOutcome}, {@code dealHas} (names of known fields) and {@code deal.FIELD} (known once the field is),
 * of its account {@code namedAccount}, {@code customerAccount}, {@code tier}, {@code engagedContacts}, {@code users}, {@code teamUsage}
 * and further fields as {@code account.FIELD}, and the numbers {@code pass} and {@code minutesToAccept}; of its score {@code model},
 * {@code total} and {@code criteriaMet}, the number of rules that give it points.
 *
 * @param score null while the lead is not scored yet
 */
record Circumstances(Standing standing, DealView deal, AccountView account, Scorecard score) implements Facts {

    private static final String DEAL_FIELD = "deal.";

    @Override
    public Set<String> words(String attribute) {
        return switch (attribute) {
            case "stage" -> word(standing.stage());
            case "status" -> word(standing.status().name());
            case "accepted" -> word(String.valueOf(standing.acceptedAt() != null));
            case "meetingBooked" -> meetingBooked() ? Set.of("true") : Set.of();
            case "recycledFrom" -> word(standing.rejectionReason());
            case "dealStage" -> word(deal.stage());
            case "dealOutcome" -> word(deal.outcome());
            case "dealHas" ->
                Set.copyOf(deal.known().stream()
                        .map(field -> field.toLowerCase(Locale.ROOT))
                        .toList());
            case "namedAccount" -> word(String.valueOf(account.named()));
            case "customerAccount" -> word(String.valueOf(account.customer()));
            case "model" -> score == null ? Set.of() : word(score.model().name());
            case "teamUsage" -> word(String.valueOf(account.said().teamUsage()));
            default -> {
                if (attribute.startsWith(AccountRules.FIELD)) {
                    yield word(account.said().more().get(attribute.substring(AccountRules.FIELD.length())));
                }
                if (attribute.startsWith(DEAL_FIELD)) {
                    yield deal.known().contains(attribute.substring(DEAL_FIELD.length())) ? Set.of("known") : Set.of();
                }
                Long number = number(attribute);
                yield number == null ? Set.of() : Set.of(number.toString());
            }
        };
    }

    @Override
    public Long number(String attribute) {
        return switch (attribute) {
            case "pass" -> (long) standing.pass();
            case "tier" -> account.tier() == 0 ? null : (long) account.tier();
            case "engagedContacts" -> (long) account.engagedContacts();
            case "users" -> (long) account.said().users();
            case "minutesToAccept" ->
                standing.acceptedAt() == null || standing.mqlAt() == null
                        ? null
                        : Duration.between(standing.mqlAt(), standing.acceptedAt())
                                .toMinutes();
            case "total" -> score == null ? null : score.total() / 100;
            case "criteriaMet" -> score == null ? null : criteriaMet(score);
            default -> null;
        };
    }

    /** Since the lead came back last. */
    private boolean meetingBooked() {
        Instant booked = standing.meetingBookedAt();
        return booked != null && (standing.recycledAt() == null || booked.isAfter(standing.recycledAt()));
    }

    private static long criteriaMet(Scorecard score) {
        return score.lines().stream()
                .filter(line -> line.points() > 0)
                .map(ScoreLine::rule)
                .distinct()
                .count();
    }

    private static Set<String> word(String word) {
        return word == null ? Set.of() : Set.of(word.toLowerCase(Locale.ROOT));
    }
}

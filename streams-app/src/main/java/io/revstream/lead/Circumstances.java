package io.revstream.lead;

import io.revstream.lifecycle.Standing;
import io.revstream.policy.Facts;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * What a policy may ask of a lead beside its attributes: {@code stage}, {@code status}, {@code accepted}, {@code recycledFrom}, of its
 * deal {@code dealStage}, {@code dealOutcome} and {@code dealHas} (names of known fields), of its account {@code namedAccount},
 * {@code customerAccount}, {@code tier} and {@code engagedContacts}, and the numbers {@code pass} and {@code minutesToAccept}.
 */
record Circumstances(Standing standing, DealView deal, AccountView account) implements Facts {

    @Override
    public Set<String> words(String attribute) {
        return switch (attribute) {
            case "stage" -> word(standing.stage());
            case "status" -> word(standing.status().name());
            case "accepted" -> word(String.valueOf(standing.acceptedAt() != null));
            case "recycledFrom" -> word(standing.rejectionReason());
            case "dealStage" -> word(deal.stage());
            case "dealOutcome" -> word(deal.outcome());
            case "dealHas" ->
                Set.copyOf(deal.known().stream()
                        .map(field -> field.toLowerCase(Locale.ROOT))
                        .toList());
            case "namedAccount" -> word(String.valueOf(account.named()));
            case "customerAccount" -> word(String.valueOf(account.customer()));
            default -> {
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
            case "minutesToAccept" ->
                standing.acceptedAt() == null || standing.mqlAt() == null
                        ? null
                        : Duration.between(standing.mqlAt(), standing.acceptedAt())
                                .toMinutes();
            default -> null;
        };
    }

    private static Set<String> word(String word) {
        return word == null ? Set.of() : Set.of(word.toLowerCase(Locale.ROOT));
    }
}

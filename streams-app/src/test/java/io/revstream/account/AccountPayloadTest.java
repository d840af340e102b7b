package io.revstream.account;

import io.revstream.events.AccountDetails;
import io.revstream.events.AccountEvent;
import io.revstream.events.AccountObserved;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.stream.Decision;
import io.revstream.stream.Input;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccountPayloadTest {

    private static final Instant MONDAY_9AM = Instant.parse("2026-03-02T14:00:00Z");
    private static final Policy POLICY = Presets.policy("mid-market");
    private static final AccountDetails DETAILS =
            AccountDetails.newBuilder().setName("Acme").build();

    @Test
    void anEventHasExactlyOnePayload() {
        assertThat(decide(event()).refusal()).isEqualTo("Expected either details or observed, but found neither");
        assertThat(decide(event().setDetails(DETAILS).setObserved(new AccountObserved("billing", DETAILS)))
                        .refusal())
                .isEqualTo("Expected either details or observed, but found both");
        assertThat(decide(event().setDetails(DETAILS)).refusal()).isNull();
    }

    @Test
    void aCopyChangesNothingButWhatIsKnownToConflict() {
        AccountState before = AccountState.unknown("acme");

        AccountState after = decide(event().setObserved(new AccountObserved("billing", DETAILS)))
                .state();

        assertThat(after.conflicts()).containsExactly("billing/name");
        assertThat(after.withConflicts(before.conflicts())).isEqualTo(before);
    }

    private static Decision<AccountState> decide(AccountEvent.Builder event) {
        AccountEvent built = event.build();
        return new AccountDecider()
                .decide(
                        AccountState.unknown("acme"),
                        new Input(built, built.getEventId(), MONDAY_9AM, null, false),
                        MONDAY_9AM,
                        POLICY);
    }

    private static AccountEvent.Builder event() {
        return AccountEvent.newBuilder()
                .setEventId("e1")
                .setOccurredAt(MONDAY_9AM)
                .setSource("crm");
    }
}

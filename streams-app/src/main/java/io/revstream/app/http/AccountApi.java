package io.revstream.app.http;

import io.javalin.http.Context;
import io.revstream.account.AccountExplanation;
import io.revstream.account.AccountState;
import io.revstream.account.AccountTopology;
import io.revstream.app.Pipeline;
import io.revstream.app.RecordJson;
import java.time.Clock;

/** Accounts as they stand or stood, and why. */
final class AccountApi {

    private final StateApi<AccountState> accounts;

    AccountApi(Pipeline pipeline, PastQuestions past, Clock clock) {
        accounts = new StateApi<>(AccountTopology.ACCOUNT, pipeline, past, clock);
    }

    void explanation(Context context) {
        accounts.find(
                context,
                account -> HttpApi.answer(
                        context,
                        RecordJson.of(AccountExplanation.of(account.state(), account.policy(), account.at()))));
    }
}

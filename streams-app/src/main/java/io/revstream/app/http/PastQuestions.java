package io.revstream.app.http;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** The past costs a read of a partition: one at a time, so that questions cannot take the broker from the decisions. */
final class PastQuestions {

    private final Semaphore one = new Semaphore(1);

    <T> T ask(Supplier<T> question) {
        if (!one.tryAcquire()) {
            throw Problem.unavailable(
                    "Expected to look into the past for one question at a time, but another is under way: ask again later");
        }
        try {
            return question.get();
        } finally {
            one.release();
        }
    }
}

package io.revstream.app.diff;

import io.revstream.events.Score;
import java.time.Instant;
import java.util.List;

/**
 * How one policy sees a lead whose promotion differs.
 *
 * @param promotedAt null when it does not promote the lead in that pass
 * @param rule the rule that promoted it; null without a promotion
 * @param because the rule in words with its figures; null without a promotion
 * @param score at its promotion, or, if the other policy promotes first or alone, at that instant; null when nothing was known by then
 * @param missing what it asked for at that instant and did not find, with figures; empty when this policy promotes first
 */
public record Side(Instant promotedAt, String rule, String because, Score score, List<String> missing) {

    public Side {
        missing = List.copyOf(missing);
    }
}

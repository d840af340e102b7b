package io.revstream.lead;

import io.revstream.policy.AccountRules;
import io.revstream.policy.AccountRules.Users;
import io.revstream.policy.Signal;
import io.revstream.policy.Span;
import io.revstream.scoring.Engagement;
import io.revstream.scoring.Scorecard;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a contact does of its own, as its account counts it.
 *
 * @param points engagement points in hundredths
 * @param engaged whether they reach what the policy calls engaged, and its latest activity is not too old
 * @param lately whether its latest activity lies within the window of buying committees
 * @param user whether it uses the product
 * @param invited whether it has invited others
 * @param roles digest of what it is, so that a change is told; 0 while it does nothing
 */
record Doing(long points, boolean engaged, boolean lately, boolean user, boolean invited, int roles) {

    /** As an account takes it that was told nothing. */
    static final Doing NOTHING = new Doing(0, false, false, false, false, 0);

    private static final int VERSION = 1;
    private static final int ENGAGED = 1;
    private static final int LATELY = 2;
    private static final int USER = 4;
    private static final int INVITED = 8;

    /** @param points of its own, in hundredths */
    static Doing of(long points, Engagement engagement, Map<String, String> roles, AccountRules rules, Instant now) {
        Instant latest = engagement.lastEngagedAt();
        boolean engaged =
                points >= Scorecard.hundredths(rules.engagedFrom()) && isWithin(latest, rules.engagedWithin(), now);
        Span window = rules.committee() == null ? null : rules.committee().within();
        Users users = rules.users();
        boolean user = users != null && did(engagement, users.any(), users.within(), now);
        boolean invited = users != null && did(engagement, users.invite(), users.within(), now);
        Doing doing = new Doing(points, engaged, engaged && isWithin(latest, window, now), user, invited, 0);
        return doing.equals(NOTHING)
                ? NOTHING
                : new Doing(points, engaged, doing.lately, user, invited, roles.hashCode());
    }

    /** When time alone ends one of these; null when it does not. */
    Instant lapsesAt(Engagement engagement, AccountRules rules) {
        Instant latest = engagement.lastEngagedAt();
        Span window = rules.committee() == null ? null : rules.committee().within();
        Users users = rules.users();
        return Stream.of(
                        engaged ? end(latest, rules.engagedWithin()) : null,
                        lately ? end(latest, window) : null,
                        user ? end(engagement.latestAt(users.any()), users.within()) : null,
                        invited ? end(engagement.latestAt(users.invite()), users.within()) : null)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Whether the account, which was told this, is to be told that: points by enough, anything else at once. */
    boolean isOutdatedBy(Doing now, int tellFrom) {
        if (now.equals(this)) {
            return false;
        }
        boolean samePoints = now.equals(new Doing(now.points, engaged, lately, user, invited, roles));
        return !samePoints || now.points == 0 || Math.abs(now.points - points) >= Scorecard.hundredths(tellFrom);
    }

    private static boolean did(Engagement engagement, List<Signal> any, Span within, Instant now) {
        Instant latest = engagement.latestAt(any);
        return latest != null && isWithin(latest, within, now);
    }

    /** Without a window there is nothing to be within; with one, there must have been an activity. */
    private static boolean isWithin(Instant latest, Span window, Instant now) {
        return window == null || (latest != null && now.isBefore(end(latest, window)));
    }

    private static Instant end(Instant latest, Span window) {
        return latest == null || window == null ? null : latest.plus(window.elapsed());
    }

    void write(StateWriter out) {
        out.version(VERSION);
        out.signed(points);
        out.unsigned((engaged ? ENGAGED : 0) + (lately ? LATELY : 0) + (user ? USER : 0) + (invited ? INVITED : 0));
        out.signed(roles);
    }

    static Doing read(StateReader in) {
        in.version("what a contact does", VERSION);
        long points = in.signed();
        long flags = in.unsigned();
        return new Doing(
                points,
                (flags & ENGAGED) != 0,
                (flags & LATELY) != 0,
                (flags & USER) != 0,
                (flags & INVITED) != 0,
                (int) in.signed());
    }
}

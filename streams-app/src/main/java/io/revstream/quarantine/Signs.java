package io.revstream.quarantine;

import io.revstream.events.ActivityEvent;
import io.revstream.policy.NonHumanRules;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds what an activity by itself tells of who did it. */
final class Signs {

    private Signs() {}

    static Set<Sign> of(ActivityEvent activity, NonHumanRules rules) {
        Map<String, String> told = activity.getProperties();
        if (told.isEmpty()) {
            return Set.of();
        }
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        if (rules.flag() != null && "true".equalsIgnoreCase(told.get(rules.flag()))) {
            signs.add(Sign.FLAG);
        }
        if (isMachine(told.get("userAgent"), rules.userAgents())) {
            signs.add(Sign.USER_AGENT);
        }
        if (isSoonAfterSending(activity, rules.afterSend())) {
            signs.add(Sign.AFTER_SEND);
        }
        return signs;
    }

    private static boolean isMachine(String userAgent, Set<String> machines) {
        if (userAgent == null || machines.isEmpty()) {
            return false;
        }
        String agent = userAgent.toLowerCase(Locale.ROOT);
        return machines.stream().anyMatch(agent::contains);
    }

    /** The clocks of two systems differ: shortly before counts as shortly after. */
    private static boolean isSoonAfterSending(ActivityEvent activity, NonHumanRules.AfterSend rule) {
        if (rule == null || !rule.kinds().contains(activity.getKind())) {
            return false;
        }
        Instant sentAt = instant(activity.getProperties().get("sentAt"));
        return sentAt != null
                && Duration.between(sentAt, activity.getOccurredAt())
                                .abs()
                                .compareTo(rule.within().elapsed())
                        <= 0;
    }

    /** An instant of ISO 8601, or milliseconds since 1970; null for anything else, which is no sign of a machine. */
    private static Instant instant(String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.chars().allMatch(Character::isDigit)
                    ? Instant.ofEpochMilli(Long.parseLong(text))
                    : Instant.parse(text);
        } catch (DateTimeException | NumberFormatException neither) {
            return null;
        }
    }
}

package io.revstream.quarantine;

import io.revstream.policy.NonHumanRules;
import java.util.Collection;
import java.util.stream.Collectors;

/** Why activities are suspect, in words: issues and explanations say the same. */
public final class SuspicionWords {

    private SuspicionWords() {}

    /** Of one sign or several. */
    public static String of(Collection<Sign> signs, NonHumanRules rules) {
        return signs.stream().sorted().map(sign -> words(sign, rules)).collect(Collectors.joining(", "));
    }

    private static String words(Sign sign, NonHumanRules rules) {
        return switch (sign) {
            case FLAG -> "its producer says that a machine did it";
            case USER_AGENT -> "its user agent is that of a machine";
            case AFTER_SEND ->
                rules.afterSend() == null
                        ? "it came too soon after the sending"
                        : "it came within " + rules.afterSend().within() + " of the sending";
            case BURST ->
                rules.burst() == null
                        ? "it is part of a burst of links"
                        : "it is one of " + rules.burst().links() + " or more links within "
                                + rules.burst().within();
        };
    }
}

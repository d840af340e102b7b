package io.revstream.policy;

import java.time.Duration;
import java.util.Set;

/**
 * What makes an activity suspect of being that of a machine: any of these signs is enough.
 *
 * @param flag the property by which a producer says so itself; null for none
 * @param userAgents texts in lower case, one of which a machine's user agent holds
 * @param afterSend what follows a sending too soon; null for nothing
 * @param burst links that are clicked too fast; null for none
 * @param withdrawAfter how long after an activity it waits for a verdict; null for as long as it takes
 * @param remembered how long activities are remembered because one that is still under way might make a burst of them
 */
public record NonHumanRules(
        String flag,
        Set<String> userAgents,
        AfterSend afterSend,
        Burst burst,
        Span withdrawAfter,
        Duration remembered) {

    /** Nothing is suspect. */
    public static final NonHumanRules NONE = new NonHumanRules(null, Set.of(), null, null, null, Duration.ZERO);

    /** Whether anything can be suspect. */
    public boolean suspects() {
        return flag != null || !userAgents.isEmpty() || afterSend != null || burst != null;
    }

    /**
     * Activities soon after the message that they answer was sent.
     *
     * @param kinds kinds of activity
     * @param within so soon, that instant included
     */
    public record AfterSend(Set<String> kinds, Span within) {}

    /**
     * Different links in a short time.
     *
     * @param kinds kinds of activity
     * @param links how many different ones make a burst
     * @param within from the first to the last of them, that instant included
     */
    public record Burst(Set<String> kinds, int links, Span within) {}
}

package io.revstream.app;

import io.revstream.events.PolicyEvent;
import io.revstream.funnel.Funnel;
import io.revstream.funnel.FunnelFigures;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reckons the funnel from the decisions that lie on the topics (LIF-23). */
public final class FunnelReading {

    /** The topics that tell of it. */
    public static final List<Topic> TOPICS = List.of(Catalogue.LIFECYCLE, Catalogue.MQL_PROMOTIONS, Catalogue.NURTURE);

    private static final Duration POLL = Duration.ofMillis(200);

    private FunnelReading() {}

    /**
     * Of all that is committed on the broker when this is asked.
     *
     * @param since null for the beginning
     * @param at what is taken for now
     */
    public static FunnelFigures of(Connection connection, Instant since, Instant at) {
        Funnel funnel = new Funnel(since, Integer.MAX_VALUE);
        List<Topic> topics = new ArrayList<>(TOPICS);
        topics.add(Catalogue.POLICY);
        String document = null;
        Instant latest = Instant.MIN;
        try (TopicFeed feed = new TopicFeed(connection, topics, true)) {
            do {
                for (TopicFeed.Item item : feed.next(POLL)) {
                    if (item.event() instanceof PolicyEvent policy) {
                        document = item.timestamp().isBefore(latest) ? document : policy.getDocument();
                        latest = item.timestamp().isBefore(latest) ? latest : item.timestamp();
                    } else if (item.event() != null) {
                        funnel.add(item.event());
                    }
                }
            } while (!feed.isAtEnd());
        }
        Policy policy =
                document == null ? null : PolicyReader.read("policy", document).policy();
        return funnel.figures(policy == null ? List.of() : stages(policy), at);
    }

    /** Names of the stages, first to last. */
    public static List<String> stages(Policy policy) {
        return policy.lifecycle().names();
    }
}

package io.revstream.app;

import io.revstream.events.PolicyEvent;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.speed.ClockBook;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads what was said of clocks and handoffs (SLA-28). */
public final class SlaReading {

    /** The topics that tell of it. */
    public static final List<Topic> TOPICS = List.of(
            Catalogue.SLA_CLOCKS,
            Catalogue.SLA_BREACHES,
            Catalogue.HANDOFFS,
            Catalogue.LIFECYCLE,
            Catalogue.MQL_PROMOTIONS);

    private static final Duration POLL = Duration.ofMillis(200);

    private SlaReading() {}

    /**
     * All that was said, with the policy that was published last.
     *
     * @param policy null when none was
     */
    public record Read(ClockBook book, Policy policy) {}

    /** Of all that is committed on the broker when this is asked. */
    public static Read of(Connection connection) {
        ClockBook book = new ClockBook(Integer.MAX_VALUE);
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
                        book.add(item.event());
                    }
                }
            } while (!feed.isAtEnd());
        }
        return new Read(
                book,
                document == null ? null : PolicyReader.read("policy", document).policy());
    }
}

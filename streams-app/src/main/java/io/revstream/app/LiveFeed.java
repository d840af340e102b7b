package io.revstream.app;

import io.revstream.funnel.Funnel;
import io.revstream.funnel.FunnelFigures;
import io.revstream.speed.ClockBook;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is committed on the topics, as any other reader would, and keeps the counts and the latest decisions for those who look on.
 * Where more lies on the topics than can be counted in a minute or so, counting begins with what comes.
 */
public final class LiveFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final long MOST_COUNTED_AT_START = 3_000_000;
    /** How many leads it keeps a funnel of: some 200 MB. */
    public static final int MOST_LEADS = 500_000;

    /** Of how many leads and deals without a running clock it keeps the clocks that ended. */
    private static final int MOST_CLOCKED = 200_000;

    private static final List<Topic> TOPICS = Stream.of(Tally.TOPICS, FunnelReading.TOPICS, SlaReading.TOPICS)
            .flatMap(List::stream)
            .distinct()
            .toList();
    private static final Duration POLL = Duration.ofMillis(250);
    private static final long AGAIN_AFTER_MILLIS = 5_000;

    private final Connection connection;
    private final Clock clock;
    private final RecentEvents recent = new RecentEvents();
    private final Thread thread = new Thread(this::readOn, "live-feed");
    private volatile Counts counts = new Counts(new Tally().summary(), null);
    private final Object folding = new Object();
    private Funnel funnel = new Funnel(null, MOST_LEADS);
    private ClockBook clocks = new ClockBook(MOST_CLOCKED);
    private final CountDownLatch stopping = new CountDownLatch(1);

    public LiveFeed(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
        thread.setDaemon(true);
    }

    /**
     * Counts.
     *
     * @param since when counting began; null when it began with the first record
     */
    public record Counts(Summary summary, Instant since) {}

    public void start() {
        thread.start();
    }

    public Counts counts() {
        return counts;
    }

    /** All outputs but scores, of which there is one with nearly every activity. */
    public RecentEvents recent() {
        return recent;
    }

    /**
     * The funnel since counting began.
     *
     * @param stages names of the stages, first to last
     * @param at what is taken for now
     * @return null when there are more than {@link #MOST_LEADS} leads
     */
    public FunnelFigures funnel(List<String> stages, Instant at) {
        synchronized (folding) {
            return funnel.overflowed() ? null : funnel.figures(stages, at);
        }
    }

    /** What was said of clocks since counting began. The answer must not keep the book. */
    public <T> T clocks(Function<ClockBook, T> question) {
        synchronized (folding) {
            return question.apply(clocks);
        }
    }

    private void readOn() {
        boolean again = true;
        while (again) {
            try (TopicFeed feed = new TopicFeed(connection, TOPICS, true)) {
                read(feed);
            } catch (RuntimeException e) {
                LOG.warn("Counting begins again: {}", e.toString());
            }
            again = !stopsWithin(AGAIN_AFTER_MILLIS);
        }
    }

    private void read(TopicFeed feed) {
        Instant since = null;
        if (feed.ahead() > MOST_COUNTED_AT_START) {
            feed.skip();
            since = clock.instant();
        }
        Tally tally = new Tally();
        beginFunnel(since);
        while (!stopsWithin(0)) {
            List<TopicFeed.Item> items = feed.next(POLL);
            fold(items);
            for (TopicFeed.Item item : items) {
                tally.count(item);
                if (isDecision(item.topic())) {
                    recent.add(item);
                }
            }
            counts = new Counts(tally.summary(), since);
        }
    }

    private void beginFunnel(Instant since) {
        synchronized (folding) {
            funnel = new Funnel(since, MOST_LEADS);
            clocks = new ClockBook(MOST_CLOCKED);
        }
    }

    private void fold(List<TopicFeed.Item> items) {
        synchronized (folding) {
            for (TopicFeed.Item item : items) {
                if (item.event() != null) {
                    clocks.add(item.event());
                }
                if (item.event() != null && !funnel.overflowed()) {
                    funnel.add(item.event());
                }
            }
        }
    }

    private static boolean isDecision(Topic topic) {
        return topic.role() == Topic.Role.OUTPUT && !topic.equals(Catalogue.SCORES);
    }

    private boolean stopsWithin(long millis) {
        try {
            return stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Override
    public void close() {
        stopping.countDown();
        recent.close();
        try {
            thread.join(POLL.multipliedBy(20).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

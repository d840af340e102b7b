package io.revstream.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.revstream.app.EventJson;
import io.revstream.app.EventLine;
import io.revstream.app.LiveFeed;
import io.revstream.app.RecentEvents;
import io.revstream.app.TopicFeed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/** Counts, and decisions as they come: server-sent events, each reader at its own pace out of one bounded memory. */
final class FeedApi {

    private static final int MOST_READERS = 32;
    private static final int LATEST_AT_START = 50;
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final LiveFeed feed;
    private final Semaphore readers = new Semaphore(MOST_READERS);

    FeedApi(LiveFeed feed) {
        this.feed = feed;
    }

    void counts(Context context) {
        LiveFeed.Counts counts = feed.counts();
        ObjectNode json = counts.summary().toJson();
        if (counts.since() != null) {
            json.put("since", counts.since().toString());
        }
        HttpApi.answer(context, json);
    }

    void stream(Context context) throws InterruptedException {
        if (!readers.tryAcquire()) {
            throw Problem.unavailable(
                    "Expected at most " + MOST_READERS + " readers of the feed, but there are as many already");
        }
        try {
            context.contentType("text/event-stream;charset=utf-8");
            stream(context.res().getOutputStream(), start(context.header("Last-Event-ID")));
        } catch (IOException e) {
            // The reader has gone.
        } finally {
            readers.release();
        }
    }

    /** After the event that the reader names, when it is one of this run; the latest few otherwise. */
    private long start(String lastSeen) {
        long latest = feed.recent().latest();
        if (lastSeen != null && NUMBER.matcher(lastSeen).matches() && Long.parseLong(lastSeen) <= latest) {
            return Long.parseLong(lastSeen);
        }
        return Math.max(0, latest - LATEST_AT_START);
    }

    private void stream(OutputStream out, long after) throws IOException, InterruptedException {
        long number = after;
        write(out, "retry: 2000\n\n");
        while (!feed.recent().isClosed()) {
            List<RecentEvents.Entry> entries = feed.recent().after(number, KEEP_ALIVE);
            StringBuilder text = new StringBuilder();
            if (entries.isEmpty()) {
                text.append(": nothing new\n\n");
            } else if (entries.get(0).number() > number + 1) {
                long missed = entries.get(0).number() - number - 1;
                text.append("event: missed\ndata: ").append(missed).append("\n\n");
            }
            for (RecentEvents.Entry entry : entries) {
                number = entry.number();
                text.append("id: ")
                        .append(number)
                        .append("\ndata: ")
                        .append(data(entry.item()))
                        .append("\n\n");
            }
            write(out, text.toString());
        }
    }

    /** As {@code tail --json} prints it, with the line for people beside. */
    private static String data(TopicFeed.Item item) {
        return EventJson.line(EventLine.json(item).put("says", EventLine.says(item)));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}

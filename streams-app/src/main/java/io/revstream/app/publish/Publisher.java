package io.revstream.app.publish;

import io.revstream.app.publish.mapping.Mapped;
import io.revstream.app.publish.mapping.Publication;
import io.revstream.app.publish.mapping.RowMapper;
import io.revstream.app.publish.rows.Rejection;
import io.revstream.app.publish.rows.Row;
import io.revstream.app.publish.rows.RowRead;
import io.revstream.app.publish.rows.RowSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Publishes rows one after the other: each wholly, or not at all. */
public final class Publisher {

    /** Is told of each rejection as it happens. */
    @FunctionalInterface
    public interface RejectionListener {
        void rejected(Rejection rejection) throws IOException;
    }

    private final RowMapper mapper;
    private final EventSink sink;
    private final Throttle throttle;
    private final RejectionListener rejections;
    private final Runnable afterRow;
    private final Map<String, Long> events = new TreeMap<>();
    private final List<Rejection> first = new ArrayList<>();
    private long published;
    private long silent;
    private long rejected;

    /** @param afterRow called after each row, for progress */
    public Publisher(
            RowMapper mapper, EventSink sink, Throttle throttle, RejectionListener rejections, Runnable afterRow) {
        this.mapper = mapper;
        this.sink = sink;
        this.throttle = throttle;
        this.rejections = rejections;
        this.afterRow = afterRow;
    }

    /** @param limit most rows to read */
    public PublishReport publish(List<RowSource> sources, long limit) {
        String stopped = null;
        for (RowSource source : sources) {
            stopped = publish(source, limit);
            if (stopped != null) {
                break;
            }
        }
        try {
            sink.flush();
        } catch (NotPublishedException e) {
            stopped = stopped == null ? e.getMessage() : stopped;
        }
        return new PublishReport(published + rejected, published, silent, rejected, events, first, stopped);
    }

    /** Null, or why it stopped before the end of the file. */
    private String publish(RowSource source, long limit) {
        long line = 0;
        try {
            while (published + rejected < limit) {
                RowRead read = source.next();
                if (read == null) {
                    return null;
                }
                if (read instanceof Row row) {
                    line = row.line();
                    publish(row);
                } else {
                    line = ((Rejection) read).line();
                    reject((Rejection) read);
                }
                afterRow.run();
            }
            return null;
        } catch (NotPublishedException e) {
            return source.file() + ":" + line + ": " + e.getMessage();
        } catch (IOException e) {
            return source.file() + ": after line " + line + ": Expected to read on, but " + RowFiles.reason(e);
        }
    }

    private void publish(Row row) throws IOException, NotPublishedException {
        Mapped mapped = mapper.map(row);
        if (mapped instanceof Mapped.Rejected no) {
            reject(no.rejection());
            return;
        }
        List<Publication> publications = ((Mapped.Events) mapped).events();
        for (Publication publication : publications) {
            throttle.acquire();
            sink.send(publication);
            events.merge(publication.topic().name(), 1L, Long::sum);
        }
        published++;
        silent += publications.isEmpty() ? 1 : 0;
    }

    private void reject(Rejection rejection) throws IOException {
        rejected++;
        if (first.size() < PublishReport.FIRST) {
            first.add(rejection);
        }
        rejections.rejected(rejection);
    }
}

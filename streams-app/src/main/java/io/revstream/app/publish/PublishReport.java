package io.revstream.app.publish;

import io.revstream.app.publish.rows.Rejection;
import java.util.List;
import java.util.Map;

/**
 * What became of the rows: {@code rows = published + rejected}, always.
 *
 * @param rows rows read; blank lines are no rows
 * @param published rows whose events were all handed over
 * @param silent rows among those published that gave no event, because no condition held
 * @param rejected rows of which nothing was published
 * @param events events by topic
 * @param first the first rejections
 * @param stopped why it ended before the last row, with the place; null when it did not
 */
public record PublishReport(
        long rows,
        long published,
        long silent,
        long rejected,
        Map<String, Long> events,
        List<Rejection> first,
        String stopped) {

    /** How many rejections {@link #first} holds at most. */
    public static final int FIRST = 20;

    /** 0 when all rows were published, 2 when some were rejected, 1 when it was stopped. */
    public int exitCode() {
        return stopped != null ? 1 : rejected > 0 ? 2 : 0;
    }
}

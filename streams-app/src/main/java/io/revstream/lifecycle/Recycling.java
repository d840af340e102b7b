package io.revstream.lifecycle;

import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;

/**
 * What becomes of a lead outside the hands of sales: when it is taken up again, when it is archived, and whether it stands on the
 * re-nurture list.
 *
 * @param wakeAt when it is to be taken up again; null when not by time, or when it was
 * @param archiveAt when it is archived unless it engages; null when it is not
 * @param above whether the total had reached the threshold when it was last looked at
 * @param listed whether it stands on the re-nurture list
 */
public record Recycling(Instant wakeAt, Instant archiveAt, boolean above, boolean listed) {

    public static final Recycling NONE = new Recycling(null, null, false, false);

    private static final int VERSION = 1;

    public void write(StateWriter out) {
        out.version(VERSION);
        out.optionalInstant(wakeAt);
        out.optionalInstant(archiveAt);
        out.flag(above);
        out.flag(listed);
    }

    public static Recycling read(StateReader in) {
        in.version("a recycling", VERSION);
        return new Recycling(in.optionalInstant(), in.optionalInstant(), in.flag(), in.flag());
    }
}

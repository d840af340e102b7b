package io.revstream.lifecycle;

import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What becomes of a lead outside the hands of sales: when it is taken up again, when it is archived, and whether it stands on the
 * re-nurture list. A method that changes nothing gives back an equal recycling.
 *
 * @param wakeAt when it is to be taken up again; null when not by time, or when it was
 * @param taken whether it was taken up again already by time
 * @param archiveAt when it is archived unless it engages; null when it is not
 * @param enrolled whether it is in the nurture of recycled leads
 * @param watched the words of the attributes that are watched, as they were when the lead was recycled or last taken up for them
 * @param above whether the score had reached what its model asks for when it was last looked at
 * @param listed whether it stands on the re-nurture list
 */
public record Recycling(
        Instant wakeAt,
        boolean taken,
        Instant archiveAt,
        boolean enrolled,
        Map<String, List<String>> watched,
        boolean above,
        boolean listed) {

    public static final Recycling NONE = new Recycling(null, false, null, false, Map.of(), false, false);

    private static final int VERSION = 1;

    public Recycling {
        watched = Collections.unmodifiableSortedMap(new TreeMap<>(watched));
    }

    /** The lead was recycled. */
    public Recycling begun(Instant wake, Map<String, List<String>> asTheyAre) {
        return new Recycling(wake, false, null, false, asTheyAre, above, listed);
    }

    /** Nurture begins; it ends at an instant, or never for null. */
    public Recycling enrolled(Instant archive) {
        return new Recycling(wakeAt, taken, archive, true, watched, above, listed);
    }

    public Recycling waking(Instant wake) {
        return new Recycling(wake, taken, archiveAt, enrolled, watched, above, listed);
    }

    public Recycling archiving(Instant archive) {
        return new Recycling(wakeAt, taken, archive, enrolled, watched, above, listed);
    }

    /** Time has come: the lead is taken up again. */
    public Recycling takenUp() {
        return new Recycling(null, true, archiveAt, enrolled, watched, above, listed);
    }

    /** A watched attribute has taken the lead up again; from now on its present words are those that change. */
    public Recycling watching(String attribute, List<String> words) {
        Map<String, List<String>> after = new TreeMap<>(watched);
        after.put(attribute, words);
        return new Recycling(wakeAt, taken, archiveAt, enrolled, after, above, listed);
    }

    /** The lead is recycled no longer: nothing of it wakes any more. */
    public Recycling ended() {
        return new Recycling(null, false, null, false, Map.of(), above, listed);
    }

    public Recycling looked(boolean isAbove, boolean isListed) {
        return new Recycling(wakeAt, taken, archiveAt, enrolled, watched, isAbove, isListed);
    }

    /** Whether anything of it waits for the lead. */
    public boolean isOpen() {
        return wakeAt != null || archiveAt != null || enrolled || taken || !watched.isEmpty();
    }

    /** The next instant at which the lead is taken up or archived; null for none. */
    public Instant nextDue() {
        if (wakeAt == null || archiveAt == null) {
            return wakeAt == null ? archiveAt : wakeAt;
        }
        return wakeAt.isBefore(archiveAt) ? wakeAt : archiveAt;
    }

    public void write(StateWriter out) {
        out.version(VERSION);
        out.optionalInstant(wakeAt);
        out.flag(taken);
        out.optionalInstant(archiveAt);
        out.flag(enrolled);
        out.map(watched, (to, words) -> to.list(words, StateWriter::text));
        out.flag(above);
        out.flag(listed);
    }

    public static Recycling read(StateReader in) {
        in.version("a recycling", VERSION);
        return new Recycling(
                in.optionalInstant(),
                in.flag(),
                in.optionalInstant(),
                in.flag(),
                in.map(from -> from.list(StateReader::text)),
                in.flag(),
                in.flag());
    }
}

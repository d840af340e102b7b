package io.revstream.quarantine;

import io.revstream.events.ActivityBy;
import io.revstream.events.ActivityEvent;
import io.revstream.state.Occurrence;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * An activity that is remembered: one that waits, one that may still turn out to be a machine's, or one of which something was said.
 *
 * @param asset null where the activity has none
 * @param engages whether a prospect engages by it
 * @param link what was clicked, where a burst counts links; null elsewhere
 * @param signs why it is suspect; none when it is not
 * @param waitsUntil when a suspect is withdrawn if nobody has said anything by then; null for never
 * @param expired whether that was so
 * @param judgement the latest that was said about it; null when nothing was
 */
public record Sighting(
        String kind,
        String asset,
        ActivityBy by,
        Occurrence occurrence,
        boolean engages,
        String link,
        Set<Sign> signs,
        Instant waitsUntil,
        boolean expired,
        Judgement judgement) {

    public Sighting {
        signs = signs.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(signs));
    }

    static Sighting of(ActivityEvent activity, boolean engages, String link) {
        return new Sighting(
                activity.getKind(),
                activity.getAsset(),
                activity.getBy(),
                new Occurrence(activity.getOccurredAt(), activity.getEventId()),
                engages,
                link,
                Set.of(),
                null,
                false,
                null);
    }

    /** Whether it counts as the act of a person. */
    public boolean counts() {
        return judgement == null ? signs.isEmpty() : judgement.human();
    }

    /** Whether it waits for a verdict. */
    public boolean waits() {
        return judgement == null && !signs.isEmpty() && !expired;
    }

    public Instant at() {
        return occurrence.at();
    }

    public String eventId() {
        return occurrence.eventId();
    }

    /** As it came in, without what was not remembered of it. */
    public ActivityEvent activity() {
        return ActivityEvent.newBuilder()
                .setEventId(eventId())
                .setOccurredAt(at())
                .setSource("")
                .setKind(kind)
                .setAsset(asset)
                .setBy(by)
                .build();
    }

    /** Whether it is the same signal as another. */
    public boolean isLike(Sighting other) {
        return kind.equals(other.kind) && Objects.equals(asset, other.asset) && engages == other.engages;
    }

    boolean isMarked() {
        return judgement != null || !signs.isEmpty();
    }

    Sighting suspect(Set<Sign> more, Instant until) {
        if (more.isEmpty() || signs.containsAll(more)) {
            return this;
        }
        Set<Sign> all = EnumSet.copyOf(more);
        all.addAll(signs);
        return new Sighting(kind, asset, by, occurrence, engages, link, all, until, expired, judgement);
    }

    Sighting judged(Judgement said) {
        return new Sighting(kind, asset, by, occurrence, engages, link, signs, waitsUntil, expired, said);
    }

    Sighting expire() {
        return new Sighting(kind, asset, by, occurrence, engages, link, signs, waitsUntil, true, judgement);
    }

    void write(StateWriter out) {
        out.text(kind);
        out.optionalText(asset);
        out.constant(by);
        occurrence.write(out);
        out.flag(engages);
        out.optionalText(link);
        out.list(signs, StateWriter::constant);
        out.optionalInstant(waitsUntil);
        out.flag(expired);
        out.optional(judgement, (to, said) -> said.write(to));
    }

    static Sighting read(StateReader in) {
        return new Sighting(
                in.text(),
                in.optionalText(),
                in.constant(ActivityBy.class),
                Occurrence.read(in),
                in.flag(),
                in.optionalText(),
                Set.copyOf(in.list(from -> from.constant(Sign.class))),
                in.optionalInstant(),
                in.flag(),
                in.optional(Judgement::read));
    }
}

package io.revstream.app.publish.mapping;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.record.TimeFormat;
import io.revstream.record.Unfit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Reads when events occurred and how often. */
final class TimeReader {

    private static final Schema WHOLE = Schema.create(Schema.Type.LONG);
    private static final Schema INSTANT = LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));

    private final ValueReader values;
    private final ZoneId zone;
    private final Instant now;
    private final Problems problems;

    /** @param now end of periods that end now */
    TimeReader(ValueReader values, ZoneId zone, Instant now, Problems problems) {
        this.values = values;
        this.zone = zone;
        this.now = now;
        this.problems = problems;
    }

    Repeat repeat(Section event) {
        if (!event.has("repeat")) {
            return Repeat.ONCE;
        }
        Section section = Section.of(event.value("repeat"), "`repeat`", Keys.of("times", "most", "every"), problems);
        if (section == null) {
            return Repeat.ONCE;
        }
        ValueRule times = null;
        if (section.has("times")) {
            times = values.read(section.value("times"), "`times`", WHOLE, false);
        } else {
            problems.error(section.at(), "Expected `times` in `repeat`, but found none");
        }
        String most = section.needed("most");
        int bound = 1;
        if (most != null && most.matches("[1-9][0-9]{0,3}")) {
            bound = Integer.parseInt(most);
        } else if (most != null) {
            problems.error(
                    section.value("most"),
                    "Expected a whole number from 1 to 9999 for `most`, but found `" + most + "`");
        }
        return new Repeat(times, bound, Keys.span(section, "every", problems));
    }

    /**
     * Null when it cannot be used.
     *
     * @param reserve longest time from a row's instant to its last event
     */
    OccurredAt occurredAt(SourceNode node, Duration reserve) {
        if (!node.at("spread").isPresent()) {
            return new OccurredAt.Stated(values.read(node, "`occurredAt`", INSTANT, true));
        }
        Section outer = Section.of(node, "`occurredAt` with a spread", Keys.of("spread"), problems);
        Section section = Section.of(outer.value("spread"), "`spread`", Keys.of("over", "endingAt", "seed"), problems);
        if (section == null) {
            return null;
        }
        section.needed("over");
        Duration over = Keys.span(section, "over", problems);
        if (!over.isZero() && over.compareTo(reserve) <= 0) {
            problems.error(
                    section.value("over"),
                    "Expected a longer period than the %s from a row's instant to its last event, but found `%s`"
                            .formatted(reserve, section.text("over")));
        }
        String seed = section.needed("seed");
        if (seed != null && !seed.matches("-?[0-9]{1,18}")) {
            problems.error(section.value("seed"), "Expected a whole number for `seed`, but found `" + seed + "`");
            return null;
        }
        return new OccurredAt.Spread(over, end(section), reserve, seed == null ? 0 : Long.parseLong(seed));
    }

    private Instant end(Section spread) {
        String text = spread.needed("endingAt");
        if (text == null || text.equals("now")) {
            return now;
        }
        try {
            return TimeFormat.iso(zone, LocalTime.MIDNIGHT).readInstant(text);
        } catch (Unfit unfit) {
            problems.error(
                    spread.value("endingAt"),
                    "Expected now, a date or an instant for `endingAt`, but found `" + text + "`");
            return now;
        }
    }
}

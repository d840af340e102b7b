package io.revstream.scenario;

import io.revstream.stream.VirtualPipeline.Published;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** Values of events in words, instants as the scenario writes them. */
public final class ValueText {

    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TO_THE_MILLISECOND =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    /** Fields that every decision begins with; they say nothing of what was decided. */
    private static final int ENVELOPE = 7;

    /** More fields would make lines too long to read. */
    private static final int MOST_FIELDS = 7;

    private final ZoneId zone;

    public ValueText(ZoneId zone) {
        this.zone = zone;
    }

    /** A value in a line; nothing for null. */
    public String of(Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof Instant instant) {
            ZonedDateTime local = instant.atZone(zone);
            boolean even = local.getSecond() == 0 && local.getNano() == 0;
            return (even ? TO_THE_MINUTE : TO_THE_MILLISECOND).format(local);
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Collection<?> list) {
            return list.isEmpty() ? "none" : list.stream().map(this::of).collect(Collectors.joining(", "));
        }
        if (value instanceof IndexedRecord record) {
            return fields(record, 0, Integer.MAX_VALUE);
        }
        return value.toString();
    }

    /** An event that was published, in a line. */
    String line(Published one) {
        return one.topic().name() + " " + one.key() + " at " + of(one.at()) + ": "
                + fields(one.event(), ENVELOPE, MOST_FIELDS);
    }

    /** Single values; those of a record within count as its own, lists and explanations are left out. */
    private String fields(IndexedRecord record, int from, int most) {
        return words(record, from).limit(most).collect(Collectors.joining(", "));
    }

    private Stream<String> words(IndexedRecord record, int from) {
        return record.getSchema().getFields().stream()
                .skip(from)
                .filter(field -> !field.name().equals("because"))
                .flatMap((Schema.Field field) -> {
                    Object value = record.get(field.pos());
                    if (value instanceof IndexedRecord inner) {
                        return words(inner, 0);
                    }
                    return value == null || value instanceof Collection<?>
                            ? Stream.empty()
                            : Stream.of(field.name() + " " + of(value));
                });
    }
}

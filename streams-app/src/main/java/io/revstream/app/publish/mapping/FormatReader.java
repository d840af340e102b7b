package io.revstream.app.publish.mapping;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.record.Conversion;
import io.revstream.record.Conversions;
import io.revstream.record.Formats;
import io.revstream.record.NumberFormat;
import io.revstream.record.TimeFormat;
import io.revstream.record.Unfit;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** Reads how texts are written, and finds the conversion for them. */
final class FormatReader {

    /** Keys of formats, with the kind of value that each is for. */
    static final Map<String, Conversion.Kind> KEYS = formatKeys();

    private final ZoneId zone;
    private final Problems problems;

    /** @param zone of texts that state no time zone */
    FormatReader(ZoneId zone, Problems problems) {
        this.zone = zone;
        this.problems = problems;
    }

    private static Map<String, Conversion.Kind> formatKeys() {
        Map<String, Conversion.Kind> keys = new LinkedHashMap<>();
        List.of("format", "zone", "at").forEach(key -> keys.put(key, Conversion.Kind.INSTANT));
        List.of("decimal", "grouping", "times").forEach(key -> keys.put(key, Conversion.Kind.NUMBER));
        keys.put("split", Conversion.Kind.LIST);
        return Collections.unmodifiableMap(keys);
    }

    /** The conversion for texts of which the mapping says nothing. */
    Conversion usual(Schema type) {
        return Conversions.into(type, new Formats(NumberFormat.PLAIN, TimeFormat.iso(zone, LocalTime.MIDNIGHT), null));
    }

    /** Null when the formats cannot be used. */
    Conversion conversion(Section section, String target, Schema type) {
        NumberFormat numbers = numbers(section);
        TimeFormat times = times(section);
        String split = section.text("split");
        if (numbers == null || times == null) {
            return null;
        }
        Conversion conversion = Conversions.into(type, new Formats(numbers, times, split));
        KEYS.forEach((key, kind) -> {
            if (section.has(key) && conversion != null && !fits(kind, conversion.kind())) {
                problems.error(
                        section.key(key),
                        "Expected `%s` for %s only, but %s is %s"
                                .formatted(
                                        key,
                                        kind.words(),
                                        target,
                                        conversion.kind().words()));
            }
        });
        return conversion;
    }

    private static boolean fits(Conversion.Kind format, Conversion.Kind value) {
        return format == value
                || value == Conversion.Kind.LIST
                || (format == Conversion.Kind.INSTANT && value == Conversion.Kind.DATE);
    }

    private NumberFormat numbers(Section section) {
        Character decimal = section.has("decimal") ? character(section, "decimal") : Character.valueOf('.');
        Character grouping = section.has("grouping") ? character(section, "grouping") : null;
        String times = section.has("times") ? section.text("times") : "1";
        if (decimal == null || times == null || (section.has("grouping") && grouping == null)) {
            return null;
        }
        if (decimal.equals(grouping)) {
            problems.error(
                    section.value("grouping"),
                    "Expected another character than the decimal one, but both are `" + decimal + "`");
        }
        try {
            return new NumberFormat(decimal, grouping, NumberFormat.PLAIN.read(times, "a number"));
        } catch (Unfit unfit) {
            problems.error(section.value("times"), unfit.reason("`times`"));
            return null;
        }
    }

    private Character character(Section section, String key) {
        String text = section.text(key);
        if (text == null || text.length() == 1) {
            return text == null ? null : text.charAt(0);
        }
        problems.error(section.value(key), "Expected one character for `" + key + "`, but found `" + text + "`");
        return null;
    }

    private TimeFormat times(Section section) {
        ZoneId in = section.has("zone") ? Keys.zone(section, problems) : zone;
        String at = section.has("at") ? section.text("at") : "00:00";
        String format = section.has("format") ? section.text("format") : "iso";
        if (in == null || at == null || format == null) {
            return null;
        }
        String wanted = "`at`";
        SourceNode place = section.value("at");
        try {
            LocalTime time = LocalTime.parse(at);
            wanted = "`format`";
            place = section.value("format");
            return TimeFormat.of(format, in, time);
        } catch (DateTimeException e) {
            problems.error(place, "Expected a time of day like 09:00 for " + wanted + ", but found `" + at + "`");
        } catch (IllegalArgumentException e) {
            problems.error(
                    place,
                    "Expected a pattern of a date like dd-MM-yy, iso, epoch-seconds or epoch-millis for " + wanted
                            + ", but found `" + format + "`: " + e.getMessage());
        }
        return null;
    }
}

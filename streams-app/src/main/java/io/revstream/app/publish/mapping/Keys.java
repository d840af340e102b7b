package io.revstream.app.publish.mapping;

import io.revstream.document.DidYouMean;
import io.revstream.document.Problems;
import io.revstream.policy.Span;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Sets of keys in the order in which messages list them, and the small values that several keys have. */
final class Keys {

    private Keys() {}

    static Set<String> of(String... keys) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(keys)));
    }

    @SafeVarargs
    static Set<String> of(Set<String>... parts) {
        Set<String> all = new LinkedHashSet<>();
        for (Set<String> part : parts) {
            all.addAll(part);
        }
        return Collections.unmodifiableSet(all);
    }

    static String lower(Enum<?> word) {
        return "a " + word.name().toLowerCase(Locale.ROOT);
    }

    /** The zone under the key {@code zone}, or null when there is none of that name. */
    static ZoneId zone(Section section, Problems problems) {
        String text = section.text("zone");
        try {
            return text == null ? null : ZoneId.of(text);
        } catch (DateTimeException e) {
            problems.error(
                    section.value("zone"),
                    "Expected a time zone like Europe/Berlin or UTC, but found `%s`%s"
                            .formatted(text, DidYouMean.question(text, ZoneId.getAvailableZoneIds())));
            return null;
        }
    }

    /** A span of elapsed time; zero when it is absent or none. */
    static Duration span(Section section, String key, Problems problems) {
        String text = section.text(key);
        if (text == null) {
            return Duration.ZERO;
        }
        Span span = Span.parse(text);
        if (span == null || span.business()) {
            problems.error(
                    section.value(key),
                    "Expected a span of elapsed time like 15min, 4h, 2d or 2w for `%s`, but found `%s`"
                            .formatted(key, text));
            return Duration.ZERO;
        }
        return span.elapsed();
    }
}

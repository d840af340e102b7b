package io.revstream.policy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SpanTest {

    @ParameterizedTest
    @ValueSource(strings = {"5s", "15min", "4h", "4bh", "2d", "5bd", "0bd", "2w", "2bw", "6mo", "1bmo", "999999min"})
    void a_span_is_written_as_it_was_read(String text) {
        assertThat(Span.parse(text)).hasToString(text);
    }

    @Test
    void every_unit_of_every_amount_comes_back() {
        for (Span.Unit unit : Span.Unit.values()) {
            for (long amount : new long[] {1, 7, 30, 365, 999_999}) {
                Span span = new Span(amount, unit);
                assertThat(Span.parse(span.toString())).isEqualTo(span);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4",
                "h",
                "0d",
                "0bh",
                "00bd",
                "0bmo",
                "-1d",
                "1.5h",
                "4 h",
                "4H",
                "4hours",
                "1000000d",
                "04d"
            })
    void anything_else_is_no_span(String text) {
        assertThat(Span.parse(text)).isNull();
    }

    @Test
    void a_month_is_thirty_days() {
        assertThat(Span.parse("6mo").elapsed()).isEqualTo(Duration.ofDays(180));
        assertThat(Span.parse("2w").elapsed()).isEqualTo(Duration.ofDays(14));
        assertThat(Span.parse("15min").elapsed()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void working_time_has_no_length_without_a_calendar() {
        assertThat(List.of("4bh", "5bd", "0bd", "2bw", "1bmo"))
                .allMatch(text -> Span.parse(text).business());
        assertThatThrownBy(() -> Span.parse("4bh").elapsed())
                .hasMessage("Expected a span of elapsed time, but found 4bh");
    }
}

package io.revstream.state;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StateFormTest {

    private static final Instant MONDAY_9AM = Instant.parse("2026-11-02T09:00:00Z");

    @Test
    void every_kind_of_value_comes_back_equal() {
        StateWriter out = new StateWriter(1);
        out.version(3);
        out.flag(true);
        out.text("Grüße, 世界 😀");
        out.optionalText(null);
        out.optionalText("");
        out.instant(MONDAY_9AM);
        out.optionalInstant(null);
        out.optionalInstant(Instant.EPOCH.minusMillis(1));
        out.decimal(new BigDecimal("-1234567890123456789.50"));
        out.constant(DayOfWeek.FRIDAY);
        out.optional(null, StateWriter::text);
        out.list(List.of("b", "a", "b"), StateWriter::text);
        out.words(Set.of("x", "y", "z"));
        out.map(Map.of("two", 2L, "one", 1L), StateWriter::signed);
        out.bytes(new byte[] {0, -1});
        out.fixed(-2);

        StateReader in = new StateReader(out.toBytes());
        assertThat(in.version("test", 3)).isEqualTo(3);
        assertThat(in.flag()).isTrue();
        assertThat(in.text()).isEqualTo("Grüße, 世界 😀");
        assertThat(in.optionalText()).isNull();
        assertThat(in.optionalText()).isEmpty();
        assertThat(in.instant()).isEqualTo(MONDAY_9AM);
        assertThat(in.optionalInstant()).isNull();
        assertThat(in.optionalInstant()).isEqualTo(Instant.EPOCH.minusMillis(1));
        assertThat(in.decimal()).isEqualTo(new BigDecimal("-1234567890123456789.50"));
        assertThat(in.constant(DayOfWeek.class)).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(in.<String>optional(StateReader::text)).isNull();
        assertThat(in.<String>list(StateReader::text)).containsExactly("b", "a", "b");
        assertThat(in.words()).containsExactly("x", "y", "z");
        assertThat(in.<Long>map(StateReader::signed)).containsExactly(Map.entry("one", 1L), Map.entry("two", 2L));
        assertThat(in.bytes()).containsExactly(0, -1);
        assertThat(in.fixed()).isEqualTo(-2);
        in.end();
    }

    @Test
    void numbers_come_back_equal_at_every_width() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            long number = random.nextLong() >> random.nextInt(64);
            StateWriter out = new StateWriter();
            out.signed(number);
            out.unsigned(number);
            out.fixed(number);
            StateReader in = new StateReader(out.toBytes());
            assertThat(List.of(in.signed(), in.unsigned(), in.fixed())).containsOnly(number);
            in.end();
        }
    }

    @Test
    void equal_maps_give_equal_bytes_whatever_their_own_order() {
        Map<String, Long> forward = new LinkedHashMap<>();
        Map<String, Long> backward = new LinkedHashMap<>();
        for (long i = 0; i < 50; i++) {
            forward.put("k" + i, i);
            backward.put("k" + (49 - i), 49 - i);
        }
        assertThat(bytesOf(forward)).isEqualTo(bytesOf(backward)).isEqualTo(bytesOf(new HashMap<>(forward)));
    }

    @Test
    void bytes_cut_off_anywhere_are_refused() {
        StateWriter out = new StateWriter();
        out.list(List.of("one", "two"), StateWriter::text);
        out.instant(MONDAY_9AM);
        out.fixed(5);
        byte[] whole = out.toBytes();
        for (int length = 0; length < whole.length; length++) {
            StateReader in = new StateReader(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> {
                        in.list(StateReader::text);
                        in.instant();
                        in.fixed();
                    })
                    .isInstanceOf(UnreadableState.class)
                    .hasMessageContaining("Expected")
                    .hasMessageContaining(", but only");
        }
    }

    @Test
    void a_version_from_the_future_is_refused_with_its_name() {
        StateWriter out = new StateWriter();
        out.version(4);
        assertThatThrownBy(() -> new StateReader(out.toBytes()).version("lead profile", 3))
                .isInstanceOf(UnreadableState.class)
                .hasMessage("Expected lead profile of version 1 to 3, but found version 4 before byte 1 of 1");
    }

    @Test
    void bytes_left_over_are_refused() {
        assertThatThrownBy(() -> new StateReader(new byte[] {1}).end()).isInstanceOf(UnreadableState.class);
    }

    @Test
    void an_instant_finer_than_milliseconds_is_refused_because_it_would_not_come_back_equal() {
        assertThatThrownBy(() -> new StateWriter().instant(MONDAY_9AM.plusNanos(1)))
                .hasMessage("Expected an instant in whole milliseconds, but got 2026-11-02T09:00:00.000000001Z");
    }

    private static byte[] bytesOf(Map<String, Long> map) {
        StateWriter out = new StateWriter();
        out.map(map, StateWriter::signed);
        return out.toBytes();
    }
}

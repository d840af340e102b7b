package io.revstream.standalone.demo;

import io.revstream.policy.Presets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemoClockTest {

    private static final Instant THURSDAY_9AM = Instant.parse("2026-06-11T13:00:00Z");
    private static final Instant FRIDAY_NOON = Instant.parse("2026-06-12T16:00:00Z");

    private final AtomicLong nanos = new AtomicLong(1_000_000_007);
    private final DemoClock clock = new DemoClock(THURSDAY_9AM, nanos::get);
    private final Playback past = Playback.of(
            THURSDAY_9AM,
            FRIDAY_NOON,
            new Offices(Presets.policy("mid-market").calendars().get("office"), Company.zones()),
            Duration.ofSeconds(36));

    @Test
    void it_stands_still_until_it_is_started() {
        pass(Duration.ofMinutes(1));

        assertThat(clock.instant()).isEqualTo(THURSDAY_9AM);
        assertThat(clock.isLive()).isFalse();
        assertThat(clock.played()).isZero();
    }

    @Test
    void it_plays_the_past_and_then_keeps_real_time() {
        clock.start(past);
        pass(past.takes().dividedBy(2));
        assertThat(clock.instant()).isBetween(THURSDAY_9AM.plusSeconds(3600), FRIDAY_NOON);
        assertThat(clock.isLive()).isFalse();

        pass(past.takes());
        assertThat(clock.isLive()).isTrue();
        Instant live = clock.instant();
        pass(Duration.ofSeconds(90));
        assertThat(clock.instant()).isEqualTo(live.plusSeconds(90));
    }

    @Test
    void it_starts_once_and_where_it_stands() {
        assertThatThrownBy(() -> new DemoClock(FRIDAY_NOON, nanos::get).start(past))
                .hasMessageStartingWith("Expected to start once, at 2026-06-12T16:00:00Z");
        clock.start(past);
        assertThatThrownBy(() -> clock.start(past)).isInstanceOf(IllegalStateException.class);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}

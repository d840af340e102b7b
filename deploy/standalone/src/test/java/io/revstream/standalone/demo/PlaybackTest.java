package io.revstream.standalone.demo;

import io.revstream.policy.Presets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlaybackTest {

    private static final Duration AT_MOST = Duration.ofSeconds(36);
    private static final Instant MONDAY_MIDNIGHT = Instant.parse("2026-06-08T04:00:00Z");
    private static final Instant SATURDAY_10PM = Instant.parse("2026-06-14T02:00:00Z");
    private static final Instant THURSDAY_9AM = Instant.parse("2026-06-11T13:00:00Z");
    private static final Instant DAY_AFTER_THANKSGIVING_10AM = Instant.parse("2026-11-27T15:00:00Z");
    private static final Instant WEDNESDAY_9AM_BEFORE = Instant.parse("2026-11-25T14:00:00Z");

    private final Offices offices =
            new Offices(Presets.policy("mid-market").calendars().get("office"), Company.zones());

    @Test
    void it_begins_when_the_second_last_business_day_opened() {
        assertThat(Playback.begin(SATURDAY_10PM, offices.head())).isEqualTo(THURSDAY_9AM);
    }

    @Test
    void holidays_are_no_business_days() {
        assertThat(Playback.begin(DAY_AFTER_THANKSGIVING_10AM, offices.head())).isEqualTo(WEDNESDAY_9AM_BEFORE);
    }

    @Test
    void whenever_it_starts_it_plays_a_working_day_and_ends_in_the_present_in_time() {
        for (int hour = 0; hour < 14 * 24; hour++) {
            Instant now = MONDAY_MIDNIGHT.plus(Duration.ofMinutes(60L * hour + hour % 60));
            Instant from = Playback.begin(now, offices.head());
            Playback playback = Playback.of(from, now, offices, AT_MOST);

            assertThat(playback.takes()).as("from " + now).isLessThanOrEqualTo(AT_MOST);
            assertThat(playback.at(0)).isEqualTo(from);
            assertThat(playback.at(playback.takes().toNanos()))
                    .as("the present at the end of the past that is played from " + now)
                    .isBetween(
                            now.plus(playback.takes()).minusMillis(5),
                            now.plus(playback.takes()).plusMillis(5));
            assertThat(offices.head().between(from, now)).isGreaterThanOrEqualTo(Duration.ofHours(8));
        }
    }

    @Test
    void time_never_runs_backward_and_runs_as_usual_in_the_end() {
        Playback playback = Playback.of(THURSDAY_9AM, SATURDAY_10PM, offices, AT_MOST);
        long step = Duration.ofMillis(7).toNanos();
        long nanos = 0;
        for (; nanos < playback.takes().toNanos() + 100 * step; nanos += step) {
            assertThat(playback.at(nanos + step)).isAfterOrEqualTo(playback.at(nanos));
        }
        assertThat(Duration.between(playback.at(nanos), playback.at(nanos + step)))
                .isEqualTo(Duration.ofNanos(step));
    }

    @Test
    void nights_pass_quickly() {
        Playback playback = Playback.of(THURSDAY_9AM, SATURDAY_10PM, offices, AT_MOST);
        Duration inTheMorning =
                Duration.between(THURSDAY_9AM, playback.at(Duration.ofSeconds(5).toNanos()));
        Duration inTheEnd = Duration.between(
                playback.at(playback.takes().minusSeconds(2).toNanos()),
                playback.at(playback.takes().toNanos()));

        assertThat(inTheMorning).isBetween(Duration.ofHours(4), Duration.ofHours(6));
        assertThat(inTheEnd).isGreaterThan(Duration.ofHours(20));
    }
}

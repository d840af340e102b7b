package io.revstream.speed;

import io.revstream.events.FirstResponse;
import io.revstream.events.MetricComputed;
import io.revstream.policy.Presets;
import io.revstream.policy.SpeedRules;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

import static io.revstream.speed.Told.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class WeekBookTest {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final SpeedRules RULES = Presets.policy("mid-market").speedToLead();

    @Test
    void aWeekBeginsAndEndsInTheZoneOfTheTeamAcrossTheChangeOfSummerTime() {
        WeekBook book = told(WeekBook.EMPTY, "a", "dana", contact(0, 30), minute(30));

        assertThat(book.week()).hasToString("2026-03-02");
        assertThat(book.until()).isEqualTo(Instant.parse("2026-03-09T07:00:00Z"));
        assertThat(Duration.between(book.week().atStartOfDay(LOS_ANGELES).toInstant(), book.until()))
                .isEqualTo(Duration.ofHours(167));
        assertThat(book.isOver(book.until().minusMillis(1))).isFalse();
        assertThat(book.isOver(book.until())).isTrue();
    }

    @Test
    void whatIsToldAgainOfALeadPassAndRepTakesThePlaceOfWhatWasToldBefore() {
        WeekBook book = told(WeekBook.EMPTY, "a", "dana", missed(0), minute(240));
        book = told(book, "a", "dana", contact(0, 300), minute(300));
        book = told(book, "a", "dana", contact(0, 200), minute(310));
        book = told(book, "a", "li", contact(0, 400), minute(400));

        assertThat(book.entries()).hasSize(2);
        assertThat(metric(book, "contacted-within-sla", "dana").getValue()).isEqualByComparingTo("100");
        assertThat(metric(book, "contacted-within-sla", "li").getValue()).isEqualByComparingTo("0");
        assertThat(metric(book, "contacted-within-sla", null).getOf()).isOne();
        assertThat(metric(book, "contacted-within-sla", null).getTarget()).isEqualByComparingTo("90");
    }

    @Test
    void aWithdrawnResponseIsAsIfItHadNotBeen() {
        WeekBook book = told(WeekBook.EMPTY, "a", "dana", missed(0), minute(240));
        FirstResponse withdrawn =
                FirstResponse.newBuilder(missed(0)).setWithdrawn(true).build();

        assertThat(told(book, "a", "dana", withdrawn, minute(250)).entries()).isEmpty();
    }

    @Test
    void aLeadMissedInOneWeekAndContactedInTheNextIsJudgedOnceAndItsTimeCountsOnce() {
        WeekBook first = told(WeekBook.EMPTY, "a", "dana", missed(0), minute(240));
        Instant later = first.until().plusSeconds(3600);
        FirstResponse late = FirstResponse.newBuilder(missed(0))
                .setContactedAt(later)
                .setWorkingMillis(60_000L)
                .build();
        WeekBook second = told(first.closed(), "a", "dana", late, later);
        WeekBook third = told(second.closed(), "a", "dana", late, second.until());

        assertThat(metric(first, "not-contacted", null).getValue()).isEqualByComparingTo("1");
        assertThat(metric(second, "speed-to-lead-average", null).getOf()).isOne();
        assertThat(metric(second, "contacted-within-sla", null).getOf()).isZero();
        assertThat(metric(second, "contacted-within-sla", null).getValue()).isNull();
        assertThat(third.entries()).isEmpty();
        assertThat(third.until()).isNull();
    }

    @Test
    void aLeadContactedMoreThanAWeekAfterItWasDueIsNotJudgedAgain() {
        Instant later = minute(0).plus(Duration.ofDays(16));
        FirstResponse late = FirstResponse.newBuilder(missed(0))
                .setContactedAt(later)
                .setWorkingMillis(60_000L)
                .build();

        WeekBook book = told(WeekBook.EMPTY, "a", "dana", late, later);

        assertThat(book.entries().values()).extracting(WeekBook.Entry::counted).containsExactly(true);
    }

    @Test
    void theBookComesBackEqualFromItsBytesAndAThousandLeadsTakeNoMoreThanFiftyKilobytes() {
        WeekBook book = WeekBook.EMPTY;
        for (int i = 0; i < 1_000; i++) {
            book = told(book, "00QDn000004abc%04d".formatted(i), "rep-" + i % 25, contact(i, i + 30), minute(i + 30));
        }
        book = told(book, "never", "dana", missed(0), minute(1100));
        StateWriter out = new StateWriter();
        told(book.closed(), "next", "dana", contact(20_000, 20_001), minute(20_001))
                .write(out);
        StateWriter alone = new StateWriter();
        book.write(alone);

        assertThat(alone.toBytes().length).isLessThan(55_000);
        assertThat(WeekBook.read(new StateReader(alone.toBytes()), "west")).isEqualTo(book);
        assertThat(WeekBook.read(new StateReader(out.toBytes()), "west").before())
                .hasSize(1_001);
    }

    @Test
    void theReportNamesEachFigureItsPeriodAndWhoWasFastest() {
        WeekBook book = told(WeekBook.EMPTY, "a", "dana", contact(0, 4), minute(4));
        book = told(book, "b", "dana", contact(0, 20), minute(20));
        book = told(book, "c", "li", contact(60, 90), minute(90));
        book = told(book, "d", "li", missed(0), minute(240));
        WeekReport report = new WeekReport("west", book, RULES, LOS_ANGELES);

        List<MetricComputed> metrics = report.metrics();

        assertThat(metrics).allSatisfy(metric -> {
            assertThat(metric.getFrom()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
            assertThat(metric.getUntil()).isEqualTo(Instant.parse("2026-03-09T07:00:00Z"));
            assertThat(metric.getTeamId()).isEqualTo("west");
        });
        assertThat(metric(book, "speed-to-lead-average", null).getValue()).isEqualByComparingTo("18");
        assertThat(metric(book, "speed-to-lead-median", null).getValue()).isEqualByComparingTo("20");
        assertThat(metric(book, "speed-to-lead-working-median", "li").getValue())
                .isEqualByComparingTo("30");
        assertThat(metric(book, "contacted-within-sla", null).getValue()).isEqualByComparingTo("75");
        assertThat(metric(book, "speed-to-lead-rank", "dana").getValue()).isEqualByComparingTo("1");
        assertThat(metric(book, "speed-to-lead-rank", "li").getValue()).isEqualByComparingTo("2");
        assertThat(metrics)
                .filteredOn(metric -> metric.getMetric().equals("contact-rate"))
                .extracting(
                        metric -> metric.getBy().get("hour"),
                        metric -> metric.getValue().intValue())
                .containsExactly(tuple("01", 66), tuple("02", 100));
        assertThat(report.words())
                .containsEntry("week", "2026-03-02")
                .containsEntry("contacted", "3")
                .containsEntry("not-contacted-in-time", "1")
                .containsEntry("within-sla", "75.0 % (target 90 %)")
                .containsEntry("median", "20.00 min")
                .containsEntry("fastest", "dana");
    }

    private static MetricComputed metric(WeekBook book, String name, String rep) {
        return new WeekReport("west", book, RULES, LOS_ANGELES)
                .metrics().stream()
                        .filter(metric -> metric.getMetric().equals(name) && Objects.equals(metric.getRepId(), rep))
                        .findFirst()
                        .orElseThrow();
    }

    private static WeekBook told(WeekBook book, String lead, String rep, FirstResponse response, Instant now) {
        FirstResponse ofRep = FirstResponse.newBuilder(response).setRepId(rep).build();
        return book.told("west", lead, 1, ofRep, Week.of(now, LOS_ANGELES, DayOfWeek.MONDAY), LOS_ANGELES);
    }

    private static FirstResponse contact(long start, long at) {
        return FirstResponse.newBuilder()
                .setRepId("")
                .setClock("first-contact")
                .setStartedAt(minute(start))
                .setContactedAt(minute(at))
                .setWorkingMillis(Duration.ofMinutes(at - start).toMillis())
                .setLate(at > start + 240)
                .setDueAt(minute(start + 240))
                .build();
    }

    private static FirstResponse missed(long start) {
        return FirstResponse.newBuilder()
                .setRepId("")
                .setClock("first-contact")
                .setStartedAt(minute(start))
                .setContactedAt(null)
                .setWorkingMillis(null)
                .setLate(true)
                .setDueAt(minute(start + 240))
                .build();
    }
}

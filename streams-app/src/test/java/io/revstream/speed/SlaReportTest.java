package io.revstream.speed;

import io.revstream.events.ClockChange;
import io.revstream.events.HandoffKind;
import io.revstream.events.SlaClockChanged;
import io.revstream.funnel.Rate;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.speed.SlaReport.OfLead;
import io.revstream.speed.SpeedFigures.BandFigures;
import io.revstream.speed.SpeedFigures.RepFigures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static io.revstream.speed.Told.clock;
import static io.revstream.speed.Told.entered;
import static io.revstream.speed.Told.handoff;
import static io.revstream.speed.Told.met;
import static io.revstream.speed.Told.minute;
import static io.revstream.speed.Told.started;
import static io.revstream.speed.Told.stopped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Figures that were reckoned by hand. */
class SlaReportTest {

    private static final Policy POLICY = Presets.policy("mid-market");
    private static final Week WEEK = new Week(LocalDate.of(2026, 3, 2));

    private final ClockBook book = new ClockBook(1_000);

    @Test
    @Tag("SLA-26")
    void averageMedianShareWithinAndRatesByHourAndBandAreThoseOfTheLeads() {
        lead("a", "dana", 0, 240, 4);
        lead("b", "dana", 0, 240, 20);
        lead("c", "li", 60, 300, 90);
        lead("d", "li", 60, 300, 360);
        book.add(started("e", 1, "li", 120, 360));
        book.add(started("f", 1, "dana", 380, 620));
        book.add(entered("a", "MQL", "SQL", 30));
        book.add(entered("a", "SQL", "Customer", 300));
        book.add(entered("c", "MQL", "SQL", 200));

        SpeedFigures speed = report(SlaFilter.ALL, null, 400).speed();

        assertThat(speed.all().waited()).isEqualTo(times(4, (4 + 20 + 30 + 300) * 60 / 4, 25 * 60));
        assertThat(speed.all().within()).isEqualTo(new Rate(3, 5));
        assertThat(speed.all().within().percent()).isEqualByComparingTo("60.0");
        assertThat(speed.all().late()).isOne();
        assertThat(speed.all().missed()).isOne();
        assertThat(speed.hours()).isEqualTo(Map.of(1, new Rate(2, 2), 2, new Rate(2, 2), 3, new Rate(0, 1)));
        assertThat(speed.bands())
                .extracting(band -> band.band().band(), BandFigures::share)
                .containsExactly(
                        tuple("under-5-minutes", new Rate(1, 4)),
                        tuple("5-10-minutes", new Rate(0, 4)),
                        tuple("10-30-minutes", new Rate(1, 4)),
                        tuple("30-60-minutes", new Rate(1, 4)),
                        tuple("1-24-hours", new Rate(1, 4)),
                        tuple("over-24-hours", new Rate(0, 4)));
        assertThat(speed.bands().get(0).conversions())
                .containsEntry("SQL", new Rate(1, 1))
                .containsEntry("Customer", new Rate(1, 1));
        assertThat(speed.bands().get(3).conversions())
                .containsEntry("SQL", new Rate(1, 1))
                .containsEntry("Customer", new Rate(0, 1));
        assertThat(speed.reps())
                .extracting(
                        RepFigures::repId,
                        RepFigures::rank,
                        rep -> rep.figures().within())
                .containsExactly(tuple("dana", 1, new Rate(2, 2)), tuple("li", 2, new Rate(1, 3)));
    }

    @Test
    void aLeadThatWasTakenFromARepWaitedFromTheBeginningAndEachRepAnswersForHisOwnClock() {
        book.add(started("a", 1, "dana", 0, 240));
        book.add(stopped("a", 1, "dana", 0, 240, 480));
        book.add(started("a", 2, "li", 480, 720));
        book.add(met("a", 2, "li", 480, 720, 510));

        SpeedFigures speed = report(SlaFilter.ALL, null, 600).speed();

        assertThat(speed.all().waited()).isEqualTo(times(1, 510 * 60, 510 * 60));
        assertThat(speed.all().within()).isEqualTo(new Rate(0, 1));
        assertThat(speed.reps().get(0).repId()).isEqualTo("li");
        assertThat(speed.reps().get(0).figures().waited()).isEqualTo(times(1, 30 * 60, 30 * 60));
        assertThat(speed.reps().get(0).figures().within()).isEqualTo(new Rate(1, 1));
        assertThat(speed.reps().get(1).repId()).isEqualTo("dana");
        assertThat(speed.reps().get(1).rank()).isNull();
        assertThat(speed.reps().get(1).figures().missed()).isOne();
    }

    @Test
    void aLeadThatIsNotNeededAnyMoreBeforeItsClockIsDueCountsForNobodyAndAnOpenOneNotYet() {
        book.add(started("a", 1, "dana", 0, 240));
        book.add(stopped("a", 1, "dana", 0, 240, 100));
        book.add(started("b", 1, "dana", 0, 240));

        assertThat(report(SlaFilter.ALL, null, 240).speed().all().within()).isEqualTo(new Rate(0, 0));
        assertThat(report(SlaFilter.ALL, null, 241).speed().all().within()).isEqualTo(new Rate(0, 1));
    }

    @Test
    void whatThePipelineTookIsToldApart() {
        book.add(clock("a", 1, "dana", ClockChange.MET, 0, 240)
                .setMetAt(minute(30))
                .setWorkingMillis(Duration.ofMinutes(30).toMillis())
                .setOwnerMillis(Duration.ofMinutes(18).toMillis())
                .setSystemMillis(Duration.ofMinutes(12).toMillis())
                .build());

        SpeedFigures.Group all = report(SlaFilter.ALL, null, 40).speed().all();

        assertThat(all.waited().median()).isEqualTo(Duration.ofMinutes(30));
        assertThat(all.working().median()).isEqualTo(Duration.ofMinutes(18));
        assertThat(all.system().median()).isEqualTo(Duration.ofMinutes(12));
    }

    @Test
    @Tag("SLA-28")
    void everyTransitionIsCompletedInItsWindowOrNot() {
        lead("a", "dana", 0, 240, 240);
        lead("b", "dana", 0, 240, 241);
        book.add(started("c", 1, "dana", 0, 240));
        book.add(stopped("c", 1, "dana", 0, 240, 480));
        book.add(started("c", 2, "li", 480, 720));
        book.add(met("c", 2, "li", 480, 720, 500));
        book.add(started("d", 1, "li", 0, 240));
        book.add(started("e", 1, "li", 400, 640));
        book.add(started("f", 1, "li", 0, 240));
        book.add(stopped("f", 1, "li", 0, 240, 10));
        for (String lead : List.of("a", "b", "c", "d", "e", "f")) {
            book.add(handoff(lead, HandoffKind.OPENED, 0));
        }

        Windows windows = report(SlaFilter.ALL, null, 600).windows();

        assertThat(windows.clocks()).isEqualTo(Map.of("first-contact", new Compliance(2, 1, 1, 1, 1, 1)));
        assertThat(windows.clocks().get("first-contact").rate().percent()).isEqualByComparingTo("40.0");
        assertThat(windows.handoffs()).isEqualTo(Map.of("marketing-to-sales", new Compliance(1, 2, 0, 1, 1, 1)));
        assertThat(windows.reps())
                .containsEntry("dana", new Compliance(1, 1, 1, 0, 0, 0))
                .containsEntry("li", new Compliance(1, 0, 0, 1, 1, 1));
        assertThat(windows.teams()).containsEntry("west", new Compliance(2, 1, 1, 1, 1, 1));
        assertThat(report(new SlaFilter(null, "dana", null), null, 600)
                        .windows()
                        .clocks())
                .isEqualTo(Map.of("first-contact", new Compliance(1, 1, 1, 0, 0, 0)));
        assertThat(report(new SlaFilter("east", null, null), null, 600)
                        .windows()
                        .clocks())
                .isEmpty();
    }

    @Test
    @Tag("SLA-28")
    void transitionsOfDealsAreCompletedInTheirWindowsOrNotToo() {
        book.add(ofDeal("in-time", ClockChange.STARTED).build());
        book.add(ofDeal("in-time", ClockChange.MET).setMetAt(minute(240)).build());
        book.add(ofDeal("late", ClockChange.STARTED).build());
        book.add(ofDeal("late", ClockChange.MET)
                .setMetAt(minute(241))
                .setLate(true)
                .build());
        book.add(ofDeal("overdue", ClockChange.STARTED).build());
        book.add(ofDeal("closed", ClockChange.STARTED).build());
        book.add(
                ofDeal("closed", ClockChange.STOPPED).setOccurredAt(minute(100)).build());
        lead("in-time", "dana", 0, 240, 300);

        Windows windows = report(SlaFilter.ALL, null, 600).windows();

        assertThat(windows.clocks().get("proposal-delivery")).isEqualTo(new Compliance(1, 1, 0, 1, 0, 1));
        assertThat(windows.clocks().get("proposal-delivery").rate()).isEqualTo(new Rate(1, 3));
        assertThat(windows.clocks().get("first-contact"))
                .as("of the lead that has the id of a deal")
                .isEqualTo(new Compliance(0, 1, 0, 0, 0, 0));
        assertThat(windows.reps()).containsEntry("dana", new Compliance(1, 2, 0, 1, 0, 1));
        assertThat(report(SlaFilter.ALL, null, 600).speed().all().within())
                .as("speed-to-lead is of leads only")
                .isEqualTo(new Rate(0, 1));
        assertThat(book.open(SlaFilter.ALL, null, 9))
                .extracting(OpenClock::subject, OpenClock::subjectId)
                .containsExactly(tuple("deal", "overdue"));
    }

    @Test
    @Tag("SLA-29")
    void eachLeadIsListedWithItsDateAsMqlAndThatOfItsFirstContact() {
        book.add(Told.promoted("a", minute(0)));
        lead("a", "dana", 0, 240, 30);
        book.add(Told.promoted("b", minute(10)));
        book.add(started("b", 1, "li", 10, 250));

        List<OfLead> leads = SlaReport.leads(book, POLICY, SlaFilter.ALL, WEEK, minute(300));

        assertThat(leads).extracting(lead -> lead.response().leadId()).containsExactly("b", "a");
        assertThat(leads.get(0).promotedAt()).isEqualTo(minute(10));
        assertThat(leads.get(0).response().contactedAt()).isNull();
        assertThat(leads.get(0).response().isWithin()).isFalse();
        assertThat(leads.get(1).promotedAt()).isEqualTo(minute(0));
        assertThat(leads.get(1).response().contactedAt()).isEqualTo(minute(30));
        assertThat(leads.get(1).response().waited()).isEqualTo(Duration.ofMinutes(30));
        assertThat(leads.get(1).response().isWithin()).isTrue();
        assertThat(SlaReport.leads(book, POLICY, SlaFilter.ALL, new Week(LocalDate.of(2026, 2, 23)), minute(300)))
                .isEmpty();
    }

    @Test
    void aLeadContactedLateInALaterWeekIsJudgedInTheWeekItWasDueAndItsTimeCountsInTheLaterOne() {
        long week = Duration.ofDays(7).toMinutes();
        lead("a", "dana", 0, 240, week);

        List<SlaReport.OfWeek> weeks = report(SlaFilter.ALL, null, 2 * week).weeks();

        assertThat(weeks).extracting(SlaReport.OfWeek::week).containsExactly(new Week(LocalDate.of(2026, 3, 9)), WEEK);
        assertThat(weeks.get(0).figures().waited().count()).isOne();
        assertThat(weeks.get(0).figures().within()).isEqualTo(new Rate(0, 0));
        assertThat(weeks.get(1).figures().waited().count()).isZero();
        assertThat(weeks.get(1).figures().within()).isEqualTo(new Rate(0, 1));
    }

    @Test
    void lateEvidenceTakesThePlaceOfTheVerdictAndAWithdrawnClockIsAsIfItHadNotBeen() {
        lead("a", "dana", 0, 240, 300);
        book.add(met("a", 1, "dana", 0, 240, 200));
        lead("b", "dana", 0, 240, 100);
        book.add(clock("b", 1, "dana", ClockChange.WITHDRAWN, 0, 240).build());

        assertThat(report(SlaFilter.ALL, null, 600).speed().all().within()).isEqualTo(new Rate(1, 1));
        assertThat(report(SlaFilter.ALL, null, 600).windows().clocks())
                .isEqualTo(Map.of("first-contact", new Compliance(1, 0, 0, 0, 0, 0)));
    }

    @Test
    void runningClocksComeInTheOrderInWhichTheyAreDuePageByPage() {
        book.add(started("late", 1, "dana", 0, 300));
        book.add(started("soon", 1, "li", 0, 200));
        book.add(started("gone", 1, "li", 0, 100));
        book.add(met("gone", 1, "li", 0, 100, 50));
        book.add(clock("late", 1, "dana", ClockChange.RESCHEDULED, 0, 150).build());
        book.add(clock("still", 1, "dana", ClockChange.PAUSED, 0, 120).build());

        List<OpenClock> first = book.open(SlaFilter.ALL, null, 2);
        List<OpenClock> rest =
                book.open(SlaFilter.ALL, Place.parse(first.get(1).place().token()), 2);

        assertThat(first).extracting(OpenClock::subjectId).containsExactly("still", "late");
        assertThat(rest).extracting(OpenClock::subjectId).containsExactly("soon");
        assertThat(book.open(new SlaFilter(null, "li", null), null, 9))
                .extracting(OpenClock::subjectId)
                .containsExactly("soon");
        assertThat(book.openCount(SlaFilter.ALL)).isEqualTo(3);
        assertThat(book.overdueCount(SlaFilter.ALL, minute(160))).isOne();
        assertThat(Place.parse("nonsense")).isNull();
    }

    @Test
    void memoryIsBoundedAndRunningClocksAreNeverForgotten() {
        ClockBook small = new ClockBook(10);
        for (int i = 0; i < 100; i++) {
            small.add(started("open-" + i, 1, "dana", i, i + 500));
            small.add(started("ended-" + i, 1, "dana", i, i + 500));
            small.add(met("ended-" + i, 1, "dana", i, i + 500, i + 1));
        }

        assertThat(small.openCount(SlaFilter.ALL)).isEqualTo(100);
        assertThat(small.subjects()).hasSizeLessThanOrEqualTo(110);
        assertThat(small.forgotten()).isAfter(minute(50));
        assertThat(book.forgotten()).isNull();
    }

    /** A proposal that is due at minute 240. */
    private static SlaClockChanged.Builder ofDeal(String deal, ClockChange change) {
        return clock(deal, 0, "dana", change, 0, 240)
                .setSubject("deal")
                .setClock("proposal-delivery")
                .setTeamId(null);
    }

    private void lead(String lead, String rep, long start, long due, long contact) {
        book.add(started(lead, 1, rep, start, due));
        book.add(met(lead, 1, rep, start, due, contact));
    }

    private SlaReport report(SlaFilter filter, Week week, long minute) {
        return SlaReport.of(book, POLICY, filter, week, minute(minute));
    }

    private static Times times(int count, long averageSeconds, long medianSeconds) {
        return new Times(count, Duration.ofSeconds(averageSeconds), Duration.ofSeconds(medianSeconds));
    }
}

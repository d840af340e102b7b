package io.revstream.app.cli;

import io.revstream.funnel.Rate;
import io.revstream.speed.Compliance;
import io.revstream.speed.OpenClock;
import io.revstream.speed.SlaFilter;
import io.revstream.speed.SlaReport;
import io.revstream.speed.SlaReport.OfLead;
import io.revstream.speed.SpeedFigures.BandFigures;
import io.revstream.speed.SpeedFigures.Group;
import io.revstream.speed.SpeedFigures.RepFigures;
import io.revstream.speed.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Figures of clocks for people. */
final class SlaText {

    private static final String SPEED = "  %-22s %9s %9s %9s %9s %9s %11s %6s %14s";
    private static final String BAND = "  %-22s %9s %9s  %-48s %9s %9s  %s";
    private static final String WINDOW = "  %-28s %8s %8s %6s %7s %8s %6s %10s";
    private static final String LEAD = "  %-24s %-24s %-24s %9s %-8s %s";

    private final StringBuilder text = new StringBuilder();
    private final SlaReport report;

    private SlaText(SlaReport report) {
        this.report = report;
    }

    /**
     * The text.
     *
     * @param next running clocks that are due first
     * @param leads null to leave them out
     */
    static String of(SlaReport report, List<OpenClock> next, List<OfLead> leads) {
        SlaText text = new SlaText(report);
        text.head();
        if (report.speed() == null) {
            text.line("The policy measures no speed-to-lead");
        } else {
            text.speed();
            text.bands();
            text.hours();
        }
        text.windows();
        text.open(next);
        if (leads != null) {
            text.leads(leads);
        }
        return text.text.toString();
    }

    private void head() {
        SlaFilter filter = report.filter();
        String of = (filter.teamId() == null ? "" : ", team " + filter.teamId())
                + (filter.repId() == null ? "" : ", rep " + filter.repId())
                + (filter.clock() == null ? "" : ", clock " + filter.clock())
                + (report.week() == null ? "" : ", week from " + report.week().begin());
        line("SLA at %s%s", report.at(), of);
        if (report.forgotten() != null) {
            line("Complete after %s", report.forgotten());
        }
    }

    private void speed() {
        line("");
        line("Speed-to-lead by clock %s; target: %d %% within", report.speedClock(), report.target());
        line(SPEED, "", "CONTACTED", "AVERAGE", "MEDIAN", "WORKING", "SYSTEM", "WITHIN", "LATE", "NOT CONTACTED");
        group("all", report.speed().all());
        report.weeks().forEach(week -> group("week from " + week.week().begin(), week.figures()));
        if (!report.speed().reps().isEmpty()) {
            line("");
            line("Reps, by median working time from the start of their own clock");
            report.speed().reps().forEach(this::rep);
        }
    }

    private void rep(RepFigures rep) {
        group((rep.rank() == null ? "-" : rep.rank()) + "  " + rep.repId(), rep.figures());
    }

    private void group(String name, Group group) {
        Times waited = group.waited();
        line(
                SPEED,
                name,
                waited.count(),
                span(waited.average()),
                span(waited.median()),
                span(group.working().median()),
                span(group.system().median()),
                percent(group.within()),
                group.late(),
                group.missed());
    }

    private void bands() {
        line("");
        line("Conversion by response time");
        line(BAND, "", "CONTACTED", "SHARE", "CONVERTED TO", "RELATIVE", "EXPECTED", "");
        for (BandFigures band : report.speed().bands()) {
            line(
                    BAND,
                    band.band().band(),
                    band.share().part(),
                    percent(band.share()),
                    band.conversions().entrySet().stream()
                            .filter(to -> to.getValue().percent() != null)
                            .map(to -> to.getKey() + " " + percent(to.getValue()))
                            .collect(Collectors.joining(", ")),
                    band.relative() == null ? "-" : band.relative() + "x",
                    expected(band),
                    band.band().note() == null ? "" : band.band().note());
        }
    }

    private static String expected(BandFigures band) {
        if (band.band().fallsBy() != null) {
            return "1/" + band.band().fallsBy().toPlainString();
        }
        return band.band().expected() == null ? "-" : band.band().expected().toPlainString() + "x";
    }

    private void hours() {
        if (report.speed().hours().isEmpty()) {
            return;
        }
        line("");
        line("Contact rate by the local hour in which the time began");
        report.speed()
                .hours()
                .forEach((hour, rate) -> line("  %02d:00  %9s  %d of %d", hour, percent(rate), rate.part(), rate.of()));
    }

    private void windows() {
        line("");
        line("Completed within their windows");
        line(WINDOW, "", "WITHIN", "IN TIME", "LATE", "MISSED", "OVERDUE", "OPEN", "CANCELLED");
        windows("clock ", report.windows().clocks());
        windows("handoff ", report.windows().handoffs());
        windows("team ", report.windows().teams());
        windows("rep ", report.windows().reps());
    }

    private void windows(String kind, SortedMap<String, Compliance> all) {
        all.forEach((name, one) -> line(
                WINDOW,
                kind + name,
                percent(one.rate()),
                one.inTime(),
                one.late(),
                one.missed(),
                one.overdue(),
                one.open(),
                one.cancelled()));
    }

    private void open(List<OpenClock> next) {
        line("");
        line("Clocks that run: %d, of which %d are overdue", report.open(), report.overdue());
        for (OpenClock clock : next) {
            line(
                    "  %s %-28s %-20s %s%s",
                    clock.dueAt(),
                    clock.clock() + (clock.variant() == null ? "" : " (" + clock.variant() + ")"),
                    clock.subjectId(),
                    clock.ownerId() == null ? "nobody" : clock.ownerId(),
                    clock.teamId() == null ? "" : " of " + clock.teamId());
        }
        if (report.open() > next.size()) {
            line("  and %d more", report.open() - next.size());
        }
    }

    private void leads(List<OfLead> leads) {
        line("");
        line("Leads, the latest first");
        line(LEAD, "LEAD", "MQL", "FIRST CONTACT", "AFTER", "WITHIN", "REP");
        for (OfLead lead : leads) {
            line(
                    LEAD,
                    lead.response().leadId()
                            + (lead.response().pass() > 1
                                    ? " (pass " + lead.response().pass() + ")"
                                    : ""),
                    instant(lead.promotedAt()),
                    instant(lead.response().contactedAt()),
                    span(lead.response().isContacted() ? lead.response().waited() : null),
                    lead.response().isWithin() ? "yes" : "NO",
                    lead.response().repId() == null ? "-" : lead.response().repId());
        }
    }

    private static String instant(Instant instant) {
        return instant == null ? "-" : instant.toString();
    }

    private static String percent(Rate rate) {
        return rate.percent() == null ? "-" : rate.percent() + " %";
    }

    /** In the largest unit that leaves a digit before the point. */
    private static String span(Duration span) {
        if (span == null) {
            return "-";
        }
        long seconds = span.toSeconds();
        if (seconds < 60) {
            return seconds + "s";
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%.1fmin", seconds / 60.0);
        }
        double hours = seconds / 3600.0;
        return hours < 48
                ? String.format(Locale.ROOT, "%.1fh", hours)
                : String.format(Locale.ROOT, "%.1fd", hours / 24);
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}

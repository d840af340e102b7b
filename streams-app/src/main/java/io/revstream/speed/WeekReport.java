package io.revstream.speed;

import io.revstream.events.MetricComputed;
import io.revstream.funnel.Rate;
import io.revstream.policy.SpeedRules;
import io.revstream.speed.SpeedFigures.BandFigures;
import io.revstream.speed.SpeedFigures.Group;
import io.revstream.speed.SpeedFigures.RepFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A team's week as metrics, and as the few lines that its manager reads (SLA-26, SLA-29). */
public final class WeekReport {

    private static final String MINUTES = "minutes";
    private static final String PERCENT = "percent";
    private static final String LEADS = "leads";

    private final String teamId;
    private final WeekBook book;
    private final SpeedRules rules;
    private final SpeedFigures figures;
    private final Instant from;
    private final List<MetricComputed> metrics = new ArrayList<>();

    /**
     * The report.
     *
     * @param book of a week that is over
     * @param zone time zone of the team
     */
    public WeekReport(String teamId, WeekBook book, SpeedRules rules, ZoneId zone) {
        this.teamId = teamId;
        this.book = book;
        this.rules = rules;
        this.from = book.week().atStartOfDay(zone).toInstant();
        List<Response> responses =
                book.entries().values().stream().map(WeekBook.Entry::response).toList();
        List<Response> fresh = book.entries().values().stream()
                .filter(entry -> !entry.counted())
                .map(WeekBook.Entry::response)
                .toList();
        figures = SpeedReckoning.withoutConversions(rules, zone).of(responses, one -> true, fresh::contains);
    }

    /** Whether there is anything to report. */
    public boolean isEmpty() {
        return book.entries().isEmpty();
    }

    /** The metrics, without their envelopes: of the team, by band, by hour, then of each rep, the fastest first. */
    public List<MetricComputed> metrics() {
        group(null, figures.all());
        for (BandFigures band : figures.bands()) {
            say("responses-in-band", null, Map.of("band", band.band().band()), band.share());
        }
        figures.hours()
                .forEach((hour, rate) -> say("contact-rate", null, Map.of("hour", "%02d".formatted(hour)), rate));
        for (RepFigures rep : figures.reps()) {
            group(rep.repId(), rep.figures());
            if (rep.rank() != null) {
                int of = rep.figures().waited().count();
                say("speed-to-lead-rank", rep.repId(), Map.of(), BigDecimal.valueOf(rep.rank()), "rank", of, null);
            }
        }
        if (book.untold() > 0) {
            say("responses-not-counted", null, Map.of(), BigDecimal.valueOf(book.untold()), LEADS, book.untold(), null);
        }
        return List.copyOf(metrics);
    }

    /** The figures of the team in words, by name, for a notice. */
    public Map<String, String> words() {
        Group all = figures.all();
        Map<String, String> words = new TreeMap<>();
        words.put("week", book.week().toString());
        words.put("contacted", String.valueOf(all.waited().count()));
        words.put("not-contacted-in-time", String.valueOf(all.late() + all.missed()));
        if (all.within().of() > 0) {
            words.put("within-sla", all.within().percent() + " % (target " + rules.target() + " %)");
        }
        if (all.waited().count() > 0) {
            words.put("average", minutes(all.waited().average()) + " min");
            words.put("median", minutes(all.waited().median()) + " min");
        }
        figures.reps().stream()
                .filter(rep -> rep.rank() != null && rep.rank() == 1)
                .forEach(rep -> words.put("fastest", rep.repId()));
        return words;
    }

    private void group(String rep, Group group) {
        times("speed-to-lead", rep, group.waited());
        times("speed-to-lead-working", rep, group.working());
        Rate within = group.within();
        BigDecimal target = BigDecimal.valueOf(rules.target());
        say("contacted-within-sla", rep, Map.of(), scaled(within.percent()), PERCENT, within.of(), target);
        say("contacted-late", rep, Map.of(), BigDecimal.valueOf(group.late()), LEADS, within.of(), null);
        say("not-contacted", rep, Map.of(), BigDecimal.valueOf(group.missed()), LEADS, within.of(), null);
    }

    private void times(String metric, String rep, Times times) {
        say(metric + "-average", rep, Map.of(), minutes(times.average()), MINUTES, times.count(), null);
        say(metric + "-median", rep, Map.of(), minutes(times.median()), MINUTES, times.count(), null);
    }

    private void say(String metric, String rep, Map<String, String> by, Rate rate) {
        say(metric, rep, by, scaled(rate.percent()), PERCENT, rate.of(), null);
    }

    private void say(
            String metric,
            String rep,
            Map<String, String> by,
            BigDecimal value,
            String unit,
            int of,
            BigDecimal target) {
        metrics.add(MetricComputed.newBuilder()
                .setMetric(metric)
                .setFrom(from)
                .setUntil(book.until())
                .setTeamId(teamId)
                .setRepId(rep)
                .setBy(by)
                .setValue(scaled(value))
                .setUnit(unit)
                .setOf(of)
                .setTarget(scaled(target))
                .build());
    }

    private static BigDecimal minutes(Duration time) {
        return time == null
                ? null
                : BigDecimal.valueOf(time.toMillis()).divide(BigDecimal.valueOf(60_000), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal scaled(BigDecimal value) {
        return value == null ? null : value.setScale(2, RoundingMode.HALF_UP);
    }
}

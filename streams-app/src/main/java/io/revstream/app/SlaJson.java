package io.revstream.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revstream.funnel.Rate;
import io.revstream.speed.Compliance;
import io.revstream.speed.OpenClock;
import io.revstream.speed.SlaReport;
import io.revstream.speed.SlaReport.OfLead;
import io.revstream.speed.SpeedFigures;
import io.revstream.speed.SpeedFigures.BandFigures;
import io.revstream.speed.SpeedFigures.Group;
import io.revstream.speed.SpeedFigures.RepFigures;
import io.revstream.speed.Times;
import io.revstream.speed.Windows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** Figures of clocks as JSON: times in seconds, rates in per cent; what is not known is left out. */
public final class SlaJson {

    private SlaJson() {}

    /** Everything that the command knows. */
    public static ObjectNode of(SlaReport report, List<OfLead> ofLeads) {
        ObjectNode json = speed(report);
        json.put("open", report.open()).put("overdue", report.overdue());
        json.set("compliance", windows(report.windows()));
        ArrayNode leads = json.putArray("leads");
        ofLeads.forEach(lead -> leads.add(lead(lead)));
        return json;
    }

    /** Speed-to-lead. */
    public static ObjectNode speed(SlaReport report) {
        ObjectNode json = object().put("at", report.at().toString());
        if (report.forgotten() != null) {
            json.put("completeAfter", report.forgotten().toString());
        }
        text(json, "team", report.filter().teamId());
        text(json, "rep", report.filter().repId());
        text(json, "week", report.week() == null ? null : report.week().begin().toString());
        if (report.speed() == null) {
            return json;
        }
        SpeedFigures speed = report.speed();
        json.put("clock", report.speedClock()).put("targetPercent", report.target());
        json.set("all", group(speed.all()));
        ArrayNode weeks = json.putArray("weeks");
        report.weeks()
                .forEach(week -> weeks.add(
                        group(week.figures()).put("week", week.week().begin().toString())));
        ArrayNode bands = json.putArray("bands");
        speed.bands().forEach(band -> bands.add(band(band)));
        ArrayNode hours = json.putArray("hours");
        speed.hours().forEach((hour, rate) -> hours.add(rate(rate).put("hour", hour)));
        ArrayNode reps = json.putArray("reps");
        speed.reps().forEach(rep -> reps.add(rep(rep)));
        return json;
    }

    /** How many transitions were completed within their windows. */
    public static ObjectNode windows(Windows windows) {
        ObjectNode json = object();
        json.set("clocks", by(windows.clocks()));
        json.set("handoffs", by(windows.handoffs()));
        json.set("teams", by(windows.teams()));
        json.set("reps", by(windows.reps()));
        return json;
    }

    /** A clock that runs. */
    public static ObjectNode clock(OpenClock clock, Instant at) {
        ObjectNode json = object().put("subjectId", clock.subjectId())
                .put("subject", clock.subject())
                .put("pass", clock.pass())
                .put("round", clock.round())
                .put("clock", clock.clock());
        text(json, "variant", clock.variant());
        json.put("startedAt", clock.startedAt().toString())
                .put("dueAt", clock.dueAt().toString())
                .put("overdue", !clock.paused() && clock.dueAt().isBefore(at));
        if (clock.paused()) {
            json.put("paused", true);
        }
        text(json, "ownerId", clock.ownerId());
        text(json, "teamId", clock.teamId());
        return json;
    }

    private static ObjectNode by(SortedMap<String, Compliance> all) {
        ObjectNode json = object();
        all.forEach((name, one) -> json.set(
                name,
                rate(one.rate())
                        .put("inTime", one.inTime())
                        .put("late", one.late())
                        .put("missed", one.missed())
                        .put("overdue", one.overdue())
                        .put("open", one.open())
                        .put("cancelled", one.cancelled())));
        return json;
    }

    private static ObjectNode group(Group group) {
        ObjectNode json = object();
        json.set("elapsed", times(group.waited()));
        json.set("working", times(group.working()));
        json.set("system", times(group.system()));
        json.set("within", rate(group.within()));
        return json.put("late", group.late()).put("notContacted", group.missed());
    }

    private static ObjectNode band(BandFigures band) {
        ObjectNode json = object().put("band", band.band().band());
        seconds(json, "below", band.band().below());
        json.set("responses", rate(band.share()));
        ObjectNode conversions = json.putObject("conversion");
        band.conversions().forEach((stage, rate) -> conversions.set(stage, rate(rate)));
        if (band.relative() != null) {
            json.put("relative", band.relative());
        }
        if (band.band().expected() != null) {
            json.put("expected", band.band().expected());
        }
        if (band.fall() != null) {
            json.put("fall", band.fall());
        }
        if (band.band().fallsBy() != null) {
            json.put("expectedFall", band.band().fallsBy());
        }
        text(json, "note", band.band().note());
        return json;
    }

    private static ObjectNode rep(RepFigures rep) {
        ObjectNode json = group(rep.figures()).put("rep", rep.repId());
        text(json, "team", rep.teamId());
        return rep.rank() == null ? json : json.put("rank", rep.rank());
    }

    private static ObjectNode lead(OfLead lead) {
        ObjectNode json = object().put("leadId", lead.response().leadId())
                .put("pass", lead.response().pass());
        text(json, "mqlAt", lead.promotedAt() == null ? null : lead.promotedAt().toString());
        text(
                json,
                "firstContactAt",
                lead.response().isContacted() ? lead.response().contactedAt().toString() : null);
        text(json, "ownerId", lead.response().repId());
        text(json, "teamId", lead.response().teamId());
        seconds(json, "elapsed", lead.response().isContacted() ? lead.response().waited() : null);
        return json.put("within", lead.response().isWithin());
    }

    private static ObjectNode times(Times times) {
        ObjectNode json = object().put("count", times.count());
        seconds(json, "average", times.average());
        seconds(json, "median", times.median());
        return json;
    }

    private static ObjectNode rate(Rate rate) {
        ObjectNode json = object().put("part", rate.part()).put("of", rate.of());
        return rate.percent() == null ? json : json.put("percent", rate.percent());
    }

    private static void seconds(ObjectNode json, String name, Duration time) {
        if (time != null) {
            json.put(name, time.toSeconds());
        }
    }

    private static void text(ObjectNode json, String name, String text) {
        if (text != null) {
            json.put(name, text);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}

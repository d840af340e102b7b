package io.revstream.app.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.revstream.app.ClockJson;
import io.revstream.app.EventJson;
import io.revstream.app.LiveFeed;
import io.revstream.app.Pipeline;
import io.revstream.app.SlaJson;
import io.revstream.deal.DealState;
import io.revstream.deal.DealTopology;
import io.revstream.events.SlaStepReached;
import io.revstream.lead.LeadState;
import io.revstream.lead.LeadTopology;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyTimeline;
import io.revstream.sla.RunningClock;
import io.revstream.sla.SlaClocks;
import io.revstream.speed.OpenClock;
import io.revstream.speed.Place;
import io.revstream.speed.SlaFilter;
import io.revstream.speed.SlaReport;
import io.revstream.speed.Week;
import io.revstream.stream.AggregateView;
import io.revstream.stream.Hosted;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * Clocks that run, breaches, and figures, as they were folded while decisions came: any instance knows those of all partitions, and a
 * question costs what it shows and not what there is. The next step of a clock is asked of the state of its lead or deal, if that is here.
 */
final class SlaApi {

    private static final int USUAL_LIMIT = 50;
    private static final int MOST = 200;

    /** A page that many look at is reckoned once in this time. */
    private static final Duration KEPT = Duration.ofSeconds(2);

    private static final int MOST_KEPT = 32;

    private final LiveFeed feed;
    private final Pipeline pipeline;
    private final Clock clock;
    private final Map<Question, Kept> kept = new LinkedHashMap<>();

    private record Question(SlaFilter filter, Week week) {}

    private record Kept(SlaReport report, long nanos) {}

    SlaApi(LiveFeed feed, Pipeline pipeline, Clock clock) {
        this.feed = feed;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** Clocks that run, by due instant; the latest breaches; compliance. */
    void clocks(Context context) {
        SlaFilter filter = filter(context);
        int limit = limit(context);
        Place after = after(context);
        SlaReport report = report(filter, null);
        Instant now = now();
        List<OpenClock> open = feed.clocks(book -> book.open(filter, after, limit + 1));
        List<SlaStepReached> breaches = feed.clocks(book -> book.breaches(filter, limit));
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("at", now.toString());
        if (report.forgotten() != null) {
            json.put("completeAfter", report.forgotten().toString());
        }
        if (feed.counts().since() != null) {
            json.put("since", feed.counts().since().toString());
        }
        json.put("open", report.open()).put("overdue", report.overdue());
        ArrayNode clocks = json.putArray("clocks");
        open.stream().limit(limit).forEach(one -> clocks.add(withNextStep(SlaJson.clock(one, now), one)));
        if (open.size() > limit) {
            json.put("after", open.get(limit - 1).place().token());
        }
        ArrayNode told = json.putArray("breaches");
        breaches.forEach(step -> told.add(EventJson.of(step)));
        json.set("compliance", SlaJson.windows(report.windows()));
        HttpApi.answer(context, json);
    }

    /** Speed-to-lead. */
    void speed(Context context) {
        HttpApi.answer(context, SlaJson.speed(report(filter(context), week(context))));
    }

    private SlaReport report(SlaFilter filter, Week week) {
        Question question = new Question(filter, week);
        synchronized (kept) {
            Kept known = kept.get(question);
            if (known == null || System.nanoTime() - known.nanos() > KEPT.toNanos()) {
                SlaReport report = feed.clocks(book -> SlaReport.of(book, policy(), filter, week, now()));
                known = new Kept(report, System.nanoTime());
                kept.remove(question);
                kept.put(question, known);
                if (kept.size() > MOST_KEPT) {
                    kept.remove(kept.keySet().iterator().next());
                }
            }
            return known.report();
        }
    }

    private ObjectNode withNextStep(ObjectNode json, OpenClock open) {
        try {
            clocksOf(open).running().stream()
                    .filter(one -> isSame(one, open) && one.nextStep() != null)
                    .findFirst()
                    .ifPresent(one -> json.set("nextStep", ClockJson.step(one, one.nextStep())));
        } catch (InvalidStateStoreException notHere) {
            json.put("heldElsewhere", true);
        }
        return json;
    }

    /** All clocks of the lead or deal that a clock is of. */
    private SlaClocks clocksOf(OpenClock open) {
        if (open.subject().equals("lead")) {
            LeadState lead = state(LeadTopology.LEAD, open.subjectId());
            return lead == null ? SlaClocks.NONE : lead.clocks();
        }
        return state(DealTopology.DEAL, open.subjectId()) instanceof DealState deal ? deal.clocks() : SlaClocks.NONE;
    }

    private <S> S state(Hosted<S> hosted, String id) {
        AggregateView<S> view = pipeline.view(hosted);
        AggregateView.Found<S> found = view == null ? null : view.get(id);
        return found == null ? null : found.state();
    }

    private static boolean isSame(RunningClock running, OpenClock open) {
        return running.name().equals(open.clock()) && running.pass() == open.pass() && running.round() == open.round();
    }

    private Policy policy() {
        PolicyTimeline policies = pipeline.anyView().policies();
        return policies.isEmpty() ? null : policies.at(now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static SlaFilter filter(Context context) {
        return new SlaFilter(context.queryParam("team"), context.queryParam("rep"), context.queryParam("clock"));
    }

    private static int limit(Context context) {
        String asked = context.queryParam("limit");
        if (asked == null) {
            return USUAL_LIMIT;
        }
        if (!asked.matches("[1-9][0-9]{0,2}") || Integer.parseInt(asked) > MOST) {
            throw Problem.badRequest("Expected limit to be 1 to " + MOST + ", but found " + asked);
        }
        return Integer.parseInt(asked);
    }

    private static Place after(Context context) {
        String token = context.queryParam("after");
        Place place = token == null ? null : Place.parse(token);
        if (token != null && place == null) {
            throw Problem.badRequest("Expected after to be what an answer says under after, but found " + token);
        }
        return place;
    }

    private Week week(Context context) {
        String day = context.queryParam("week");
        if (day == null) {
            return null;
        }
        Policy policy = policy();
        DayOfWeek first = policy == null || policy.speedToLead() == null
                ? DayOfWeek.MONDAY
                : policy.speedToLead().week();
        try {
            return Week.of(LocalDate.parse(day), first);
        } catch (DateTimeException e) {
            throw Problem.badRequest("Expected week to be a day such as 2026-03-02, but found " + day);
        }
    }
}

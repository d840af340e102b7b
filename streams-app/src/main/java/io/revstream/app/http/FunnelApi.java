package io.revstream.app.http;

import io.javalin.http.Context;
import io.revstream.app.FunnelJson;
import io.revstream.app.FunnelReading;
import io.revstream.app.LiveFeed;
import io.revstream.app.Pipeline;
import io.revstream.funnel.FunnelFigures;
import io.revstream.policy.PolicyTimeline;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The funnel as it was folded while decisions came; without any personal data. */
final class FunnelApi {

    private final LiveFeed feed;
    private final Pipeline pipeline;
    private final Clock clock;

    FunnelApi(LiveFeed feed, Pipeline pipeline, Clock clock) {
        this.feed = feed;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    void funnel(Context context) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        PolicyTimeline policies = pipeline.anyView().policies();
        List<String> stages = policies.isEmpty() ? List.of() : FunnelReading.stages(policies.at(now));
        FunnelFigures figures = feed.funnel(stages, now);
        if (figures == null) {
            throw Problem.unavailable("Expected at most " + LiveFeed.MOST_LEADS
                    + " leads to keep a funnel of, but there are more: ask the command revstream funnel");
        }
        HttpApi.answer(context, FunnelJson.of(figures));
    }
}

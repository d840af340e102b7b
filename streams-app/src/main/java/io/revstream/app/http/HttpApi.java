package io.revstream.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.revstream.app.CannotStart;
import io.revstream.app.EventJson;
import io.revstream.app.HttpSettings;
import io.revstream.app.LiveFeed;
import io.revstream.app.Pipeline;
import java.net.URI;
import java.time.Clock;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server, and what it answers to which path. */
public final class HttpApi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
    private static final String METRICS_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final Javalin server;
    private final URI address;

    private HttpApi(Javalin server, URI address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Starts to serve.
     *
     * @param clock what is taken for now
     * @throws CannotStart when the port is taken
     */
    public static HttpApi start(
            HttpSettings settings, Pipeline pipeline, LiveFeed feed, PrometheusMeterRegistry metrics, Clock clock) {
        HealthApi health = new HealthApi(pipeline);
        PastQuestions past = new PastQuestions();
        LeadApi leads = new LeadApi(pipeline, past, clock);
        AccountApi accounts = new AccountApi(pipeline, past, clock);
        DealApi deals = new DealApi(pipeline, past, clock);
        TeamApi teams = new TeamApi(pipeline, past, clock);
        SlaApi sla = new SlaApi(feed, pipeline, clock);
        FeedApi events = new FeedApi(feed);
        FunnelApi funnel = new FunnelApi(feed, pipeline, clock);
        PolicyApi policy = new PolicyApi(pipeline, clock);
        Javalin server = Javalin.create(config -> {
            quiet(config);
            config.routes.before(HttpApi::harden);
            config.routes.get("/health/live", health::live);
            config.routes.get("/health/ready", health::ready);
            config.routes.get(
                    "/metrics", context -> context.contentType(METRICS_FORMAT).result(metrics.scrape()));
            config.routes.get("/v1/leads/{id}", leads::state);
            config.routes.get("/v1/leads/{id}/explain", leads::explanation);
            config.routes.get("/v1/accounts/{id}", accounts::explanation);
            config.routes.get("/v1/deals/{id}", deals::explanation);
            config.routes.get("/v1/teams/{id}", teams::explanation);
            config.routes.get("/v1/policy", policy::active);
            config.routes.get("/v1/funnel", funnel::funnel);
            config.routes.get("/v1/sla", sla::clocks);
            config.routes.get("/v1/sla/speed", sla::speed);
            config.routes.get("/v1/counts", events::counts);
            config.routes.get("/v1/feed", events::stream);
            Page.files().forEach((path, file) -> config.routes.get(path, file::answer));
            problems(config);
        });
        try {
            server.start(settings.host(), settings.port());
        } catch (JavalinBindException e) {
            throw new CannotStart(
                    "Expected port " + settings.port() + " of " + settings.host()
                            + " to be free for the HTTP API, but it is taken: name another with --http-port",
                    e);
        }
        return new HttpApi(server, URI.create("http://" + settings.host() + ":" + server.port()));
    }

    public URI address() {
        return address;
    }

    static void answer(Context context, JsonNode json) {
        context.contentType("application/json").result(EventJson.line(json));
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
    }

    /** The page brings all it needs and is nobody's frame. */
    private static void harden(Context context) {
        context.header("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store");
    }

    private static void problems(JavalinConfig config) {
        config.routes.exception(Problem.class, (problem, context) -> problem.answer(context));
        config.routes.exception(
                InvalidStateStoreException.class,
                (problem, context) -> Problem.answer(
                        context,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Expected the state to be here, but it is not yet, or in another instance: "
                                + problem.getMessage()));
        config.routes.exception(Exception.class, (problem, context) -> {
            LOG.error("{} failed", context.path(), problem);
            Problem.answer(context, HttpStatus.INTERNAL_SERVER_ERROR, problem.toString());
        });
        config.routes.error(HttpStatus.NOT_FOUND, context -> {
            if (!"application/problem+json".equals(context.res().getContentType())) {
                Problem.answer(
                        context, HttpStatus.NOT_FOUND, "Expected a path of this API, but found " + context.path());
            }
        });
    }

    @Override
    public void close() {
        server.stop();
    }
}

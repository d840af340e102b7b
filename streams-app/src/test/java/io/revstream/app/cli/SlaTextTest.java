package io.revstream.app.cli;

import io.revstream.app.Events;
import io.revstream.app.Topologies;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.speed.ClockBook;
import io.revstream.speed.SlaFilter;
import io.revstream.speed.SlaReport;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Hosted;
import io.revstream.stream.Topic;
import io.revstream.stream.VirtualPipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two reps and a week; the page of the documentation shows what the command prints of it. */
class SlaTextTest {

    private static final Path PAGE = Path.of("../docs/sla-reports.md");
    private static final Policy POLICY = Presets.policy("mid-market");

    /** A Monday, 9 o'clock in New York. */
    private static final Instant MONDAY_9AM = Instant.parse("2026-03-02T14:00:00Z");

    private final ClockBook book = new ClockBook(100);
    private final VirtualPipeline pipeline = new VirtualPipeline(
            Topologies.ALL.stream().<Hosted<?>>map(Topologies::hosted).toList(), one -> book.add(one.event()));

    @Test
    void thePageShowsWhatTheCommandPrints() throws IOException {
        pipeline.adopt(POLICY, MONDAY_9AM.minus(Duration.ofDays(1)));
        rep("dana");
        rep("li");
        demo("ada", 0);
        call("ada", 3);
        demo("bob", 30);
        call("bob", 50);
        demo("cem", 70);
        call("cem", 115);
        accept("bob", 120);
        demo("dan", 180);
        demo("eve", 24 * 60);
        call("eve", 24 * 60 + 8);
        accept("eve", 25 * 60);
        Instant now = minute(27 * 60);
        pipeline.advanceTo(now);

        SlaReport report = SlaReport.of(book, POLICY, SlaFilter.ALL, null, now);
        String text = SlaText.of(
                report, book.open(SlaFilter.ALL, null, 10), SlaReport.leads(book, POLICY, SlaFilter.ALL, null, now));

        assertThat(Files.readString(PAGE)).contains("```\n" + text + "```\n");
    }

    private void rep(String rep) {
        Instant at = MONDAY_9AM.minus(Duration.ofHours(1));
        pipeline.publish(Catalogue.REPS, "inside-sales", Events.rep(rep, rep, at), at);
    }

    private void demo(String lead, long minute) {
        Instant at = minute(minute);
        publish(Catalogue.LEADS, lead, Events.perfectFit(lead, at), at);
        publish(Catalogue.ACTIVITIES, lead, Events.prospect("demo-" + lead, "DEMO_REQUEST", null, at), at);
    }

    /** By whoever has the lead: it is the rotation that decides. */
    private void call(String lead, long minute) {
        Instant at = minute(minute);
        publish(Catalogue.ACTIVITIES, lead, Events.call("call-" + lead, "dana", at), at);
    }

    private void accept(String lead, long minute) {
        Instant at = minute(minute);
        publish(Catalogue.LEADS, lead, Events.accepted(lead, "dana", at), at);
    }

    private void publish(Topic topic, String key, SpecificRecordBase event, Instant at) {
        List<VirtualPipeline.Refusal> refusals = pipeline.publish(topic, key, event, at);
        assertThat(refusals).isEmpty();
    }

    private static Instant minute(long minute) {
        return MONDAY_9AM.plus(Duration.ofMinutes(minute));
    }
}

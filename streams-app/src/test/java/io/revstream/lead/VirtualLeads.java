package io.revstream.lead;

import io.revstream.app.Topologies;
import io.revstream.events.ActivityBy;
import io.revstream.events.ActivityEvent;
import io.revstream.events.CaptureKind;
import io.revstream.events.DispositionKind;
import io.revstream.events.LeadAttributes;
import io.revstream.events.LeadCaptured;
import io.revstream.events.LeadDisposition;
import io.revstream.events.LeadEvent;
import io.revstream.policy.Policy;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Hosted;
import io.revstream.stream.Topic;
import io.revstream.stream.VirtualPipeline;
import io.revstream.stream.VirtualPipeline.Published;
import io.revstream.stream.VirtualPipeline.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** Leads in virtual time under a policy; each event comes a second after the one before it. */
final class VirtualLeads {

    static final Instant MONDAY_9AM = Instant.parse("2026-03-02T14:00:00Z");

    private final List<Published> published = new ArrayList<>();
    private final VirtualPipeline pipeline;
    private Instant at = MONDAY_9AM;
    private int ids;

    VirtualLeads(Policy policy) {
        List<Hosted<?>> hosted = new ArrayList<>();
        Topologies.ALL.forEach(name -> hosted.add(Topologies.hosted(name)));
        pipeline = new VirtualPipeline(hosted, published::add);
        pipeline.adopt(policy, Instant.EPOCH);
    }

    void captured(String lead, LeadAttributes.Builder attributes) {
        publish(
                Catalogue.LEADS,
                lead,
                lead().setCaptured(new LeadCaptured(CaptureKind.FORM, attributes.build()))
                        .build());
    }

    void did(String lead, String kind, String asset) {
        publish(
                Catalogue.ACTIVITIES,
                lead,
                ActivityEvent.newBuilder()
                        .setEventId("event-" + ids++)
                        .setOccurredAt(at)
                        .setSource("web")
                        .setKind(kind)
                        .setAsset(asset)
                        .setBy(ActivityBy.PROSPECT)
                        .build());
    }

    /** @return why it was refused; none when it was not */
    List<Refusal> decided(String lead, DispositionKind decision, String role, String reasonCode) {
        return publish(
                Catalogue.LEADS,
                lead,
                lead().setDisposition(LeadDisposition.newBuilder()
                                .setDecision(decision)
                                .setDecidedBy("somebody")
                                .setRole(role)
                                .setReasonCode(reasonCode)
                                .build())
                        .build());
    }

    void pass(Duration time) {
        at = at.plus(time);
        pipeline.advanceTo(at);
    }

    List<Published> published() {
        return List.copyOf(published);
    }

    /** The events of a class, in the order in which they were published. */
    <E> List<E> events(Class<E> type) {
        return published.stream()
                .map(Published::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private LeadEvent.Builder lead() {
        return LeadEvent.newBuilder()
                .setEventId("event-" + ids++)
                .setOccurredAt(at)
                .setSource("crm");
    }

    private List<Refusal> publish(Topic topic, String lead, SpecificRecordBase event) {
        List<Refusal> refusals = pipeline.publish(topic, lead, event, at);
        pass(Duration.ofSeconds(1));
        return refusals;
    }
}

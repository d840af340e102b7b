package io.revstream.standalone.demo;

import io.revstream.events.CaptureKind;
import io.revstream.events.DispositionKind;
import io.revstream.events.LeadAttributes;
import io.revstream.events.LeadCaptured;
import io.revstream.events.LeadDisposition;
import io.revstream.events.LeadEnriched;
import io.revstream.events.LeadEvent;
import java.time.Instant;
import java.util.Map;

/** What is told of leads. */
final class LeadEvents {

    private LeadEvents() {}

    /** A form tells who it is; the rest is for others to find out. */
    static LeadEvent captured(String eventId, Prospect lead, CaptureKind how, Instant at) {
        LeadAttributes stated = LeadAttributes.newBuilder()
                .setName(lead.name())
                .setEmail(lead.email())
                .setCompany(lead.company())
                .setTitle(lead.title())
                .setCountry(lead.country())
                .setLeadSource(how == CaptureKind.IMPORT ? "trade-fair" : "website")
                .build();
        return event(eventId, "demo/web", at)
                .setCaptured(new LeadCaptured(how, stated))
                .build();
    }

    static LeadEvent enriched(String eventId, Prospect lead, Instant at) {
        LeadAttributes found = LeadAttributes.newBuilder()
                .setAccountId(lead.accountId())
                .setIndustry(lead.industry())
                .setEmployees(lead.employees())
                .setRegion(lead.region())
                .setTechnologies(lead.tools())
                .setMore(lead.customer() ? Map.of("customer", "true") : Map.of())
                .build();
        return event(eventId, "demo/enrichment", at)
                .setEnriched(new LeadEnriched(found))
                .build();
    }

    static LeadEvent accepted(String eventId, String repId, Instant at) {
        return decided(
                eventId,
                LeadDisposition.newBuilder().setDecision(DispositionKind.ACCEPT).setDecidedBy(repId),
                at);
    }

    static LeadEvent rejected(String eventId, String repId, String reasonCode, String note, Instant at) {
        return decided(
                eventId,
                LeadDisposition.newBuilder()
                        .setDecision(DispositionKind.REJECT)
                        .setDecidedBy(repId)
                        .setReasonCode(reasonCode)
                        .setNote(note),
                at);
    }

    private static LeadEvent decided(String eventId, LeadDisposition.Builder disposition, Instant at) {
        return event(eventId, "demo/crm", at)
                .setDisposition(disposition.build())
                .build();
    }

    private static LeadEvent.Builder event(String eventId, String source, Instant at) {
        return LeadEvent.newBuilder().setEventId(eventId).setOccurredAt(at).setSource(source);
    }
}

package io.revstream.app;

import io.revstream.events.ActivityBy;
import io.revstream.events.ActivityEvent;
import io.revstream.events.CaptureKind;
import io.revstream.events.DealCreated;
import io.revstream.events.DealEvent;
import io.revstream.events.DealFields;
import io.revstream.events.DispositionKind;
import io.revstream.events.LeadAttributes;
import io.revstream.events.LeadCaptured;
import io.revstream.events.LeadDisposition;
import io.revstream.events.LeadEvent;
import io.revstream.events.RepDetails;
import io.revstream.events.RepEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Events for tests. */
public final class Events {

    private Events() {}

    /** A lead of a company of 200 in a target industry: 50 fit points under the mid-market policy. */
    public static LeadEvent perfectFit(String lead, Instant at) {
        LeadAttributes attributes = LeadAttributes.newBuilder()
                .setName("Lead " + lead)
                .setEmail(lead + "@" + lead + "-inc.com")
                .setCompany(lead + " Inc")
                .setTitle("Marketing Manager")
                .setIndustry("software")
                .setEmployees(200)
                .setCountry("US")
                .build();
        return lead("captured-" + lead, at)
                .setCaptured(new LeadCaptured(CaptureKind.FORM, attributes))
                .build();
    }

    public static LeadEvent.Builder lead(String eventId, Instant at) {
        return LeadEvent.newBuilder().setEventId(eventId).setOccurredAt(at).setSource("test");
    }

    public static LeadEvent accepted(String lead, String rep, Instant at) {
        return lead("accepted-" + lead, at)
                .setDisposition(LeadDisposition.newBuilder()
                        .setDecision(DispositionKind.ACCEPT)
                        .setDecidedBy(rep)
                        .build())
                .build();
    }

    public static ActivityEvent prospect(String eventId, String kind, String asset, Instant at) {
        return ActivityEvent.newBuilder()
                .setEventId(eventId)
                .setOccurredAt(at)
                .setSource("test")
                .setKind(kind)
                .setAsset(asset)
                .build();
    }

    public static ActivityEvent call(String eventId, String rep, Instant at) {
        return ActivityEvent.newBuilder()
                .setEventId(eventId)
                .setOccurredAt(at)
                .setSource("test")
                .setKind("CALL")
                .setBy(ActivityBy.REP)
                .setRepId(rep)
                .build();
    }

    public static RepEvent rep(String rep, String name, Instant at) {
        return RepEvent.newBuilder()
                .setEventId("joined-" + rep)
                .setOccurredAt(at)
                .setSource("test")
                .setRepId(rep)
                .setDetails(RepDetails.newBuilder().setName(name).build())
                .build();
    }

    public static DealEvent deal(String deal, String lead, Instant at) {
        return DealEvent.newBuilder()
                .setEventId("opened-" + deal)
                .setOccurredAt(at)
                .setSource("test")
                .setCreated(new DealCreated(
                        "Qualified",
                        DealFields.newBuilder()
                                .setLeadId(lead)
                                .setValue(new BigDecimal("12000.00"))
                                .setCloseDate(LocalDate.of(2027, 1, 29))
                                .build()))
                .build();
    }
}

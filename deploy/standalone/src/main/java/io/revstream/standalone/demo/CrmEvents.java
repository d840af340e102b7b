package io.revstream.standalone.demo;

import io.revstream.events.AccountDetails;
import io.revstream.events.AccountEvent;
import io.revstream.events.RepAbsence;
import io.revstream.events.RepDetails;
import io.revstream.events.RepEvent;
import java.time.Instant;
import java.util.List;

/** What the CRM tells of reps and accounts. */
final class CrmEvents {

    private static final String SOURCE = "demo/crm";

    private CrmEvents() {}

    static RepEvent joined(Rep rep, Instant at) {
        RepDetails details = RepDetails.newBuilder()
                .setName(rep.name())
                .setEmail(rep.id() + "@seller.example")
                .setManagerId("manager-" + rep.team())
                .setZone(rep.zone().getId())
                .build();
        return rep("rep/" + rep.id(), rep, at).setDetails(details).build();
    }

    static RepEvent absence(Rep rep, String reason, Instant from, Instant until, boolean withdrawn, Instant at) {
        String id = rep.id() + "-" + reason;
        RepAbsence absence = new RepAbsence(id, from, until, reason, withdrawn);
        return rep("absence/" + id + (withdrawn ? "/withdrawn" : ""), rep, at)
                .setAbsence(absence)
                .build();
    }

    static AccountEvent known(Account account, Instant at) {
        AccountDetails details = AccountDetails.newBuilder()
                .setName(account.name())
                .setDomains(List.of(account.domain()))
                .setNamed(account.isNamed())
                .setTier(account.tier())
                .setOwnerId(account.isNamed() ? account.owner().id() : null)
                .setOwnerTeamId(account.isNamed() ? account.owner().team() : null)
                .setCustomer(account.customer())
                .setIndustry(account.industry())
                .setEmployees(account.employees())
                .setCountry(account.country())
                .setRegion(account.region())
                .build();
        return AccountEvent.newBuilder()
                .setEventId("account/" + account.id())
                .setOccurredAt(at)
                .setSource(SOURCE)
                .setDetails(details)
                .build();
    }

    private static RepEvent.Builder rep(String eventId, Rep rep, Instant at) {
        return RepEvent.newBuilder()
                .setEventId(eventId)
                .setOccurredAt(at)
                .setSource(SOURCE)
                .setRepId(rep.id());
    }
}

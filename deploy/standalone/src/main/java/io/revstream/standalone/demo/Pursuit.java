package io.revstream.standalone.demo;

import io.revstream.events.LeadAssigned;
import io.revstream.events.LeadEvent;
import io.revstream.sla.BusinessCalendar;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** How a rep pursues one lead: a first contact, in time or not, then a decision, and perhaps a deal. */
final class Pursuit {

    private static final List<String> REASONS =
            List.of("FIT-01", "FIT-03", "ENG-01", "ENG-02", "ENG-02", "QUAL-01", "QUAL-02", "QUAL-03");

    /** Leads that are archived do not come back. */
    private static final String NOT_A_PROJECT = "QUAL-03";

    private final LeadAssigned assigned;
    private final Rep rep;
    private final BusinessCalendar hours;
    private final Chance chance;
    private final List<Happening> happenings = new ArrayList<>();
    private Instant now;
    private int events;

    Pursuit(LeadAssigned assigned, Rep rep, BusinessCalendar hours, Chance chance) {
        this.assigned = assigned;
        this.rep = rep;
        this.hours = hours;
        this.chance = chance;
        this.now = assigned.getOccurredAt();
    }

    List<Happening> happenings() {
        // Whoever gets what another let lie is watched by the manager.
        int diligence = assigned.getRound() == 1 ? rep.diligence() : 95;
        if (chance.percent(diligence)) {
            work(4, 110);
            contact();
            happenings.set(0, chance.percent(6) ? loggedLate(happenings.get(0)) : happenings.get(0));
        } else if (chance.percent(60)) {
            work(250, 450);
            contact();
        }
        return happenings;
    }

    private void contact() {
        act(chance.percent(60) ? "CALL" : "EMAIL_SENT");
        if (chance.percent(35)) {
            work(30, 120);
            act("CALL");
        }
        work(15, 150);
        int verdict = chance.below(100);
        if (verdict < 60) {
            accept();
        } else if (verdict < 82) {
            reject();
        }
    }

    /** In time, but entered into the CRM when the clock has long run out: the breach is withdrawn then. */
    private Happening loggedLate(Happening call) {
        return call.postponedTo(hours.plusWorking(call.at(), Duration.ofMinutes(chance.between(260, 400))));
    }

    private void accept() {
        decide(LeadEvents.accepted(nextId(), rep.id(), now));
        if (chance.percent(50)) {
            work(10, 60);
            act("MEETING_BOOKED");
            work(60, 240);
            act("MEETING_HELD");
        }
        if (chance.percent(55)) {
            work(10, 60);
            new DealStory(assigned, chance, this::work, now).happenings().forEach(happenings::add);
        }
    }

    private void reject() {
        String reason = chance.oneOf(REASONS);
        decide(LeadEvents.rejected(nextId(), rep.id(), reason, null, now));
        if (!reason.equals(NOT_A_PROJECT) && chance.percent(30)) {
            Instant again = now.plus(chance.minutes(180, 540));
            add(again, Catalogue.ACTIVITIES, ActivityEvents.byProspect(nextId(), "DEMO_REQUEST", null, again));
        }
    }

    private void act(String kind) {
        add(now, Catalogue.ACTIVITIES, ActivityEvents.byRep(nextId(), kind, rep.id(), now));
    }

    private void decide(LeadEvent decision) {
        add(now, Catalogue.LEADS, decision);
    }

    private void add(Instant at, Topic topic, SpecificRecordBase event) {
        happenings.add(new Happening(at, topic, assigned.getLeadId(), event));
    }

    private Instant work(int leastMinutes, int mostMinutes) {
        Duration working = chance.minutes(leastMinutes, mostMinutes);
        now = hours.plusWorking(now, working);
        return now;
    }

    private String nextId() {
        return assigned.getLeadId() + "/" + assigned.getPass() + "." + assigned.getRound() + "/" + events++;
    }
}

package io.revstream.standalone.demo;

import io.revstream.events.CaptureKind;
import io.revstream.stream.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one prospect does from the first visit on. */
final class Journey {

    private final Prospect lead;
    private final Chance chance;
    private final double haste;
    private final List<Happening> happenings = new ArrayList<>();
    private Instant now;
    private int events;

    private Journey(Prospect lead, Instant begin, double haste, Chance chance) {
        this.lead = lead;
        this.now = begin;
        this.haste = haste;
        this.chance = chance;
    }

    /**
     * A prospect turns up.
     *
     * @param haste how many times faster than usual everything happens
     */
    static List<Happening> of(Prospect lead, Instant begin, double haste, Chance chance) {
        Journey journey = new Journey(lead, begin, haste, chance);
        int kind = chance.below(100);
        if (kind < 38) {
            journey.browses();
        } else if (kind < 58) {
            journey.researches();
        } else if (kind < 79) {
            journey.evaluates();
        } else {
            journey.buys();
        }
        return journey.happenings;
    }

    private void browses() {
        captured(CaptureKind.FORM);
        reads("homepage", 1);
        reads("blog", chance.between(0, 4));
        if (chance.percent(12)) {
            reads("careers", 1);
        }
        comesBackAfter(6, 20);
        if (chance.percent(45)) {
            does("EMAIL_OPENED", null);
            does(chance.percent(80) ? "EMAIL_CLICKED" : "EMAIL_UNSUBSCRIBED", null);
        } else if (chance.percent(6)) {
            does("EMAIL_HARD_BOUNCED", null);
        }
    }

    private void researches() {
        captured(chance.percent(25) ? CaptureKind.IMPORT : CaptureKind.FORM);
        reads("blog", chance.between(3, 6));
        if (chance.percent(60)) {
            does("CONTENT_DOWNLOADED", "case-study");
        }
        if (chance.percent(50)) {
            does("WEBINAR_REGISTERED", null);
            comesBackAfter(2, 6);
            does("WEBINAR_ATTENDED", null);
        }
        if (chance.percent(60)) {
            reads("pricing", 1);
        }
        comesBackAfter(2, 8);
        for (int i = chance.between(0, 4); i > 0; i--) {
            does("EMAIL_CLICKED", null);
        }
        reads("comparison", chance.between(0, 2));
    }

    private void evaluates() {
        if (chance.percent(30)) {
            reads("homepage", 2);
        }
        captured(CaptureKind.FORM);
        reads("pricing", chance.between(1, 2));
        if (chance.percent(50)) {
            does("CALCULATOR_USED", null);
        }
        if (chance.percent(25)) {
            comesBackAfter(1, 5);
        }
        does("FORM_SUBMITTED", "contact");
        comesBackAfter(4, 12);
        reads("case-study", chance.between(0, 2));
    }

    private void buys() {
        reads("homepage", 1);
        captured(CaptureKind.FORM);
        reads("pricing", chance.between(0, 2));
        does(chance.percent(82) ? "DEMO_REQUEST" : "TRIAL_SIGN_UP", null);
        comesBackAfter(3, 9);
        reads("documentation", chance.between(0, 3));
    }

    private void captured(CaptureKind how) {
        add(new Happening(now, Catalogue.LEADS, lead.id(), LeadEvents.captured(nextId(), lead, how, now)));
        Instant found = now.plus(hastened(chance.minutes(1, 4)));
        happenings.add(new Happening(found, Catalogue.LEADS, lead.id(), LeadEvents.enriched(nextId(), lead, found)));
    }

    private void reads(String page, int times) {
        for (int i = 0; i < times; i++) {
            does("PAGE_VIEW", page);
        }
    }

    private void does(String kind, String asset) {
        Happening act = new Happening(
                now, Catalogue.ACTIVITIES, lead.id(), ActivityEvents.byProspect(nextId(), kind, asset, now));
        // A phone without a connection reports late, and a producer that got no answer sends again.
        add(chance.percent(2) ? act.postponedTo(now.plus(hastened(chance.minutes(5, 40)))) : act);
        if (chance.percent(1)) {
            happenings.add(act.postponedTo(now.plus(hastened(chance.minutes(1, 3)))));
        }
    }

    private void comesBackAfter(int leastHours, int mostHours) {
        now = now.plus(hastened(chance.minutes(leastHours * 60, mostHours * 60)));
    }

    private void add(Happening happening) {
        happenings.add(happening);
        now = now.plus(hastened(chance.minutes(1, 6)));
    }

    private Duration hastened(Duration usual) {
        return Duration.ofMillis((long) (usual.toMillis() / haste));
    }

    private String nextId() {
        return lead.id() + "/" + events++;
    }
}

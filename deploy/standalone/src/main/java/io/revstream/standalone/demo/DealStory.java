package io.revstream.standalone.demo;

import io.revstream.events.DealEvent;
import io.revstream.events.LeadAssigned;
import io.revstream.stream.Catalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a deal fares, quicker than deals do: some are won before the demo's past is over. Not every rep keeps the records complete. */
final class DealStory {

    /** Stages after the first, with the fields that each asks for. */
    private static final List<Step> STEPS = List.of(
            new Step(
                    "Discovery",
                    Map.of("painPoints", "manual routing", "currentSolution", "sheets", "timeline", "quarter")),
            new Step("Demo", Map.of("technicalRequirements", "single sign-on", "decisionMakers", "VP Sales")),
            new Step("Proposal", Map.of("pricing", "list", "terms", "yearly", "stakeholderMap", "done")),
            new Step("Negotiation", Map.of("redlines", "none", "approvalChain", "VP Sales")),
            new Step("Closed Won", Map.of("signedContract", "yes", "paymentTerms", "30 days")));

    private final LeadAssigned lead;
    private final Chance chance;
    private final Work work;
    private final List<Happening> happenings = new ArrayList<>();
    private Instant now;
    private int events;

    private record Step(String stage, Map<String, String> fields) {}

    /** Passes so many minutes of working time and tells when that is. */
    interface Work {
        Instant pass(int leastMinutes, int mostMinutes);
    }

    DealStory(LeadAssigned lead, Chance chance, Work work, Instant begin) {
        this.lead = lead;
        this.chance = chance;
        this.work = work;
        this.now = begin;
    }

    List<Happening> happenings() {
        LocalDate close = now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(chance.between(20, 60));
        add(DealEvents.opened(nextId(), lead, 100 * chance.between(50, 250), close, opening(), now));
        for (Step step : STEPS) {
            now = work.pass(30, 130);
            int fate = chance.below(100);
            if (fate < 18) {
                return happenings;
            }
            if (fate < 26) {
                add(DealEvents.lost(nextId(), chance.percent(50) ? "price" : "no decision", now));
                return happenings;
            }
            if (fate < 34) {
                close = close.plusDays(chance.between(7, 30));
                add(DealEvents.pushed(nextId(), close, chance.percent(50) ? "budget review" : null, now));
            }
            boolean skipped = fate >= 34 && fate < 42 && !step.stage().startsWith("Closed");
            if (!skipped) {
                add(DealEvents.moved(nextId(), step.stage(), chance.percent(88) ? step.fields() : Map.of(), now));
            }
        }
        return happenings;
    }

    private Map<String, String> opening() {
        Map<String, String> complete = Map.of(
                "contact", lead.getLeadId(), "company", lead.getAccountId(), "source", "inbound", "fitScore", "50");
        return chance.percent(85) ? complete : Map.of("contact", lead.getLeadId());
    }

    private void add(DealEvent event) {
        happenings.add(new Happening(now, Catalogue.DEALS, dealId(), event));
    }

    private String nextId() {
        return dealId() + "/" + events++;
    }

    private String dealId() {
        return "deal-" + lead.getLeadId().substring("lead-".length()) + "-" + lead.getPass();
    }
}

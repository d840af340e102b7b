package io.revstream.lead;

import io.revstream.stream.Catalogue;
import io.revstream.stream.DeciderSupplier;
import io.revstream.stream.Hosted;
import io.revstream.stream.OwnPartition;
import io.revstream.stream.Shell;
import io.revstream.stream.TopicNames;
import java.util.List;
import org.apache.kafka.streams.Topology;

import static io.revstream.stream.Catalogue.ACTIONS;
import static io.revstream.stream.Catalogue.ACTIVITIES;
import static io.revstream.stream.Catalogue.CONTACT_FACTS;
import static io.revstream.stream.Catalogue.DATA_ISSUES;
import static io.revstream.stream.Catalogue.DEAD_LETTERS;
import static io.revstream.stream.Catalogue.DEAL_FACTS;
import static io.revstream.stream.Catalogue.HANDOFFS;
import static io.revstream.stream.Catalogue.LEADS;
import static io.revstream.stream.Catalogue.LEAD_FACTS;
import static io.revstream.stream.Catalogue.LIFECYCLE;
import static io.revstream.stream.Catalogue.MQL_PROMOTIONS;
import static io.revstream.stream.Catalogue.NURTURE;
import static io.revstream.stream.Catalogue.POLICY;
import static io.revstream.stream.Catalogue.POLICY_SHADOW;
import static io.revstream.stream.Catalogue.REP_FACTS;
import static io.revstream.stream.Catalogue.ROUTING_ASSIGNMENTS;
import static io.revstream.stream.Catalogue.SCORES;
import static io.revstream.stream.Catalogue.SLA_BREACHES;
import static io.revstream.stream.Catalogue.SLA_CLOCKS;
import static io.revstream.stream.Catalogue.TEAM_REQUESTS;

/**
 * What a lead is and does comes in, and so does who got it, how its deals fare and what its account is; its score, stage, promotion,
 * nurture, handoffs and SLA clocks go out, with the actions asked of outside systems and the issues of its data. A promoted lead goes to
 * its account to be routed, and a lead that is no longer open is released by its team.
 */
public final class LeadTopology {

    public static final Hosted<LeadState> LEAD = new Hosted<>(
            "lead",
            List.of(LEADS, ACTIVITIES, ROUTING_ASSIGNMENTS, DEAL_FACTS, CONTACT_FACTS, REP_FACTS),
            new LeadDecider(),
            new LeadCodec());

    private LeadTopology() {}

    public static Topology build(Shell shell) {
        TopicNames names = shell.names();
        return new Topology()
                .addSource("read-policy", names.of(POLICY))
                .addSource("read-lead-clock", names.of(Catalogue.clock("lead")))
                .addSource("read-leads", names.of(LEADS))
                .addSource("read-activities", names.of(ACTIVITIES))
                .addSource("read-routing-assignments", names.of(ROUTING_ASSIGNMENTS))
                .addSource("read-deal-facts", names.of(DEAL_FACTS))
                .addSource("read-contact-facts", names.of(CONTACT_FACTS))
                .addSource("read-rep-facts", names.of(REP_FACTS))
                .addProcessor(
                        "decide-lead",
                        new DeciderSupplier<>(LEAD, shell),
                        "read-policy",
                        "read-lead-clock",
                        "read-leads",
                        "read-activities",
                        "read-routing-assignments",
                        "read-deal-facts",
                        "read-contact-facts",
                        "read-rep-facts")
                .addSink("write-scores", names.of(SCORES), "decide-lead")
                .addSink("write-lifecycle", names.of(LIFECYCLE), "decide-lead")
                .addSink("write-mql-promotions", names.of(MQL_PROMOTIONS), "decide-lead")
                .addSink("write-nurture", names.of(NURTURE), "decide-lead")
                .addSink("write-handoffs", names.of(HANDOFFS), "decide-lead")
                .addSink("write-actions", names.of(ACTIONS), "decide-lead")
                .addSink("write-data-issues", names.of(DATA_ISSUES), "decide-lead")
                .addSink("write-policy-shadow", names.of(POLICY_SHADOW), "decide-lead")
                .addSink("write-lead-facts", names.of(LEAD_FACTS), "decide-lead")
                .addSink("write-team-requests", names.of(TEAM_REQUESTS), "decide-lead")
                .addSink("write-sla-clocks", names.of(SLA_CLOCKS), "decide-lead")
                .addSink("write-sla-breaches", names.of(SLA_BREACHES), "decide-lead")
                .addSink("write-dead-letters", names.of(DEAD_LETTERS), "decide-lead")
                .addSink("write-lead-clock", names.of(Catalogue.clock("lead")), new OwnPartition(), "decide-lead")
                .addSink("write-lead-journal", names.of(Catalogue.journal("lead")), new OwnPartition(), "decide-lead");
    }
}

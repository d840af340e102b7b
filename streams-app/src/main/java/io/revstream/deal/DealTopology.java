package io.revstream.deal;

import io.revstream.stream.Catalogue;
import io.revstream.stream.DeciderSupplier;
import io.revstream.stream.Hosted;
import io.revstream.stream.OwnPartition;
import io.revstream.stream.Shell;
import io.revstream.stream.TopicNames;
import java.util.List;
import org.apache.kafka.streams.Topology;

import static io.revstream.stream.Catalogue.ACTIONS;
import static io.revstream.stream.Catalogue.DEAD_LETTERS;
import static io.revstream.stream.Catalogue.DEALS;
import static io.revstream.stream.Catalogue.DEAL_ALERTS;
import static io.revstream.stream.Catalogue.DEAL_FACTS;
import static io.revstream.stream.Catalogue.POLICY;
import static io.revstream.stream.Catalogue.SLA_BREACHES;
import static io.revstream.stream.Catalogue.SLA_CLOCKS;
import static io.revstream.stream.Catalogue.STAGE_FACTS;

/** Deals come in; what is wrong with them goes out as alerts, and each lead learns how its deals fare. */
public final class DealTopology {

    public static final Hosted<PipelineState> DEAL =
            new Hosted<>("deal", List.of(DEALS, STAGE_FACTS), new DealDecider(), new DealCodec());

    private DealTopology() {}

    public static Topology build(Shell shell) {
        TopicNames names = shell.names();
        return new Topology()
                .addSource("read-policy", names.of(POLICY))
                .addSource("read-deal-clock", names.of(Catalogue.clock("deal")))
                .addSource("read-deals", names.of(DEALS))
                .addSource("read-stage-facts", names.of(STAGE_FACTS))
                .addProcessor(
                        "decide-deal",
                        new DeciderSupplier<>(DEAL, shell),
                        "read-policy",
                        "read-deal-clock",
                        "read-deals",
                        "read-stage-facts")
                .addSink("write-deal-alerts", names.of(DEAL_ALERTS), "decide-deal")
                .addSink("write-deal-facts", names.of(DEAL_FACTS), "decide-deal")
                .addSink("write-stage-facts", names.of(STAGE_FACTS), "decide-deal")
                .addSink("write-sla-clocks", names.of(SLA_CLOCKS), "decide-deal")
                .addSink("write-sla-breaches", names.of(SLA_BREACHES), "decide-deal")
                .addSink("write-actions", names.of(ACTIONS), "decide-deal")
                .addSink("write-dead-letters", names.of(DEAD_LETTERS), "decide-deal")
                .addSink("write-deal-clock", names.of(Catalogue.clock("deal")), new OwnPartition(), "decide-deal")
                .addSink("write-deal-journal", names.of(Catalogue.journal("deal")), new OwnPartition(), "decide-deal");
    }
}

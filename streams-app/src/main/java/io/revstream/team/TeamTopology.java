package io.revstream.team;

import io.revstream.stream.Catalogue;
import io.revstream.stream.DeciderSupplier;
import io.revstream.stream.Hosted;
import io.revstream.stream.OwnPartition;
import io.revstream.stream.Shell;
import io.revstream.stream.TopicNames;
import java.util.List;
import org.apache.kafka.streams.Topology;

import static io.revstream.stream.Catalogue.ACCOUNT_FACTS;
import static io.revstream.stream.Catalogue.ACTIONS;
import static io.revstream.stream.Catalogue.DATA_ISSUES;
import static io.revstream.stream.Catalogue.DEAD_LETTERS;
import static io.revstream.stream.Catalogue.METRICS;
import static io.revstream.stream.Catalogue.POLICY;
import static io.revstream.stream.Catalogue.REPS;
import static io.revstream.stream.Catalogue.REP_FACTS;
import static io.revstream.stream.Catalogue.ROUTING_ASSIGNMENTS;
import static io.revstream.stream.Catalogue.TEAM_REQUESTS;

/**
 * The roster and the requests for reps come in; the assignment of each lead goes out, to a rep or into the team's queue, and the account
 * learns who it was.
 */
public final class TeamTopology {

    public static final Hosted<TeamState> TEAM =
            new Hosted<>("team", List.of(REPS, TEAM_REQUESTS), new TeamDecider(), new TeamCodec());

    private TeamTopology() {}

    public static Topology build(Shell shell) {
        TopicNames names = shell.names();
        return new Topology()
                .addSource("read-policy", names.of(POLICY))
                .addSource("read-team-clock", names.of(Catalogue.clock("team")))
                .addSource("read-reps", names.of(REPS))
                .addSource("read-team-requests", names.of(TEAM_REQUESTS))
                .addProcessor(
                        "decide-team",
                        new DeciderSupplier<>(TEAM, shell),
                        "read-policy",
                        "read-team-clock",
                        "read-reps",
                        "read-team-requests")
                .addSink("write-routing-assignments", names.of(ROUTING_ASSIGNMENTS), "decide-team")
                .addSink("write-account-facts", names.of(ACCOUNT_FACTS), "decide-team")
                .addSink("write-rep-facts", names.of(REP_FACTS), "decide-team")
                .addSink("write-team-requests", names.of(TEAM_REQUESTS), "decide-team")
                .addSink("write-metrics", names.of(METRICS), "decide-team")
                .addSink("write-actions", names.of(ACTIONS), "decide-team")
                .addSink("write-data-issues", names.of(DATA_ISSUES), "decide-team")
                .addSink("write-dead-letters", names.of(DEAD_LETTERS), "decide-team")
                .addSink("write-team-clock", names.of(Catalogue.clock("team")), new OwnPartition(), "decide-team")
                .addSink("write-team-journal", names.of(Catalogue.journal("team")), new OwnPartition(), "decide-team");
    }
}

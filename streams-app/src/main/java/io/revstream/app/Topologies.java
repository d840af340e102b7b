package io.revstream.app;

import io.revstream.account.AccountTopology;
import io.revstream.deal.DealTopology;
import io.revstream.lead.LeadTopology;
import io.revstream.stream.Hosted;
import io.revstream.stream.Shell;
import io.revstream.team.TeamTopology;
import java.util.List;
import org.apache.kafka.streams.Topology;

/** The topologies by name. */
public final class Topologies {

    public static final List<String> ALL = List.of("lead", "account", "team", "deal");

    private Topologies() {}

    public static Topology build(String name, Shell shell) {
        return switch (name) {
            case "lead" -> LeadTopology.build(shell);
            case "account" -> AccountTopology.build(shell);
            case "team" -> TeamTopology.build(shell);
            case "deal" -> DealTopology.build(shell);
            default -> throw unknown(name);
        };
    }

    /** The decider that a topology hosts. */
    public static Hosted<?> hosted(String name) {
        return switch (name) {
            case "lead" -> LeadTopology.LEAD;
            case "account" -> AccountTopology.ACCOUNT;
            case "team" -> TeamTopology.TEAM;
            case "deal" -> DealTopology.DEAL;
            default -> throw unknown(name);
        };
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("Expected a topology of " + ALL + ", but found " + name);
    }
}

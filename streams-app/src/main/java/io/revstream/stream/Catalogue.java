package io.revstream.stream;

import io.revstream.events.AccountEvent;
import io.revstream.events.AccountFact;
import io.revstream.events.AccountSignalled;
import io.revstream.events.ActionRequested;
import io.revstream.events.ActivityEvent;
import io.revstream.events.ContactFact;
import io.revstream.events.DataIssueFound;
import io.revstream.events.DeadLetter;
import io.revstream.events.DealAlert;
import io.revstream.events.DealEvent;
import io.revstream.events.DealFact;
import io.revstream.events.HandoffChanged;
import io.revstream.events.JournalEntry;
import io.revstream.events.LeadAssigned;
import io.revstream.events.LeadEvent;
import io.revstream.events.LeadFact;
import io.revstream.events.LifecycleChanged;
import io.revstream.events.MetricComputed;
import io.revstream.events.MqlPromoted;
import io.revstream.events.NurtureChanged;
import io.revstream.events.PolicyEvent;
import io.revstream.events.RepEvent;
import io.revstream.events.RepFact;
import io.revstream.events.ScoreChanged;
import io.revstream.events.ShadowDiffered;
import io.revstream.events.SlaClockChanged;
import io.revstream.events.SlaStepReached;
import io.revstream.events.StageFact;
import io.revstream.events.TeamRequest;
import io.revstream.stream.Topic.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** Every topic, once: feeds the wiring, the creation and the docs. */
public final class Catalogue {

    public static final Topic LEADS =
            input("leads", LeadEvent.class, "lead id", "what is known of a lead, and what people decide about it");
    public static final Topic ACTIVITIES =
            input("activities", ActivityEvent.class, "lead id", "what prospects and reps do");
    public static final Topic DEALS = input("deals", DealEvent.class, "deal id", "deals opened, changed and moved");
    public static final Topic ACCOUNTS =
            input("accounts", AccountEvent.class, "account id", "account records: domains, owners, tiers");
    public static final Topic REPS = input("reps", RepEvent.class, "team id", "roster, absence and capacity of reps");
    /** One copy of each version to every partition; compacted, so that the first version is never lost. */
    public static final Topic POLICY = new Topic(
            "policy",
            PolicyEvent.class,
            Role.INPUT,
            true,
            null,
            "policy version",
            "policy versions, each to every partition");

    public static final Topic SCORES = new Topic(
            "scores", ScoreChanged.class, Role.OUTPUT, true, null, "lead id", "a lead's score with its ledger");
    public static final Topic LIFECYCLE =
            output("lifecycle", LifecycleChanged.class, "lead id", "stages entered and statuses taken");
    public static final Topic MQL_PROMOTIONS =
            output("mql-promotions", MqlPromoted.class, "lead id", "leads that became an MQL, and why");
    public static final Topic ROUTING_ASSIGNMENTS = output(
            "routing-assignments", LeadAssigned.class, "lead id", "who got the lead, and who was skipped and why");
    public static final Topic SLA_CLOCKS = output(
            "sla-clocks", SlaClockChanged.class, "lead or deal id", "SLA clocks started, moved, met and stopped");
    public static final Topic SLA_BREACHES = output(
            "sla-breaches",
            SlaStepReached.class,
            "lead or deal id",
            "steps of escalation chains: warned, breached, withdrawn");
    public static final Topic DEAL_ALERTS =
            output("deal-alerts", DealAlert.class, "deal id", "deals that need attention");
    public static final Topic NURTURE = output(
            "nurture", NurtureChanged.class, "lead id", "leads recycled, taken up again, archived, or re-nurtured");
    public static final Topic HANDOFFS =
            output("handoffs", HandoffChanged.class, "lead id", "what one department passes to the next");
    public static final Topic ACTIONS = output(
            "actions", ActionRequested.class, "subject id", "tasks, notices and sequences asked of outside systems");
    public static final Topic DATA_ISSUES =
            output("data-issues", DataIssueFound.class, "subject id", "data that needs a person");
    public static final Topic ACCOUNT_SIGNALS = output(
            "account-signals", AccountSignalled.class, "account id", "engagement and buying committees of accounts");
    public static final Topic METRICS = output("metrics", MetricComputed.class, "team id", "figures over a period");
    public static final Topic POLICY_SHADOW = output(
            "policy-shadow", ShadowDiffered.class, "lead id", "where a challenger policy would decide otherwise");
    public static final Topic DEAD_LETTERS =
            output("dead-letters", DeadLetter.class, "key of the refused record", "records refused, and why");

    public static final Topic LEAD_FACTS =
            internal("lead-facts", LeadFact.class, "account id", "what an account must know of its leads");
    public static final Topic ACCOUNT_FACTS = internal(
            "account-facts", AccountFact.class, "account id", "what an account learns of others and from teams");
    public static final Topic TEAM_REQUESTS =
            internal("team-requests", TeamRequest.class, "team id", "reps asked for, leads released, first contacts");
    public static final Topic DEAL_FACTS =
            internal("deal-facts", DealFact.class, "lead id", "what a lead must know of its deals");

    public static final Topic CONTACT_FACTS =
            internal("contact-facts", ContactFact.class, "lead id", "what a lead must know of its account");
    public static final Topic REP_FACTS =
            internal("rep-facts", RepFact.class, "lead id", "what a lead must know of its owner, when it changes");
    public static final Topic STAGE_FACTS = internal(
            "stage-facts", StageFact.class, "stage, or deal id", "how long deals stay in a stage, asked and told");

    private static final List<Topic> SHARED = List.of(
            LEADS,
            ACTIVITIES,
            DEALS,
            ACCOUNTS,
            REPS,
            POLICY,
            SCORES,
            LIFECYCLE,
            MQL_PROMOTIONS,
            ROUTING_ASSIGNMENTS,
            SLA_CLOCKS,
            SLA_BREACHES,
            DEAL_ALERTS,
            NURTURE,
            HANDOFFS,
            ACTIONS,
            DATA_ISSUES,
            ACCOUNT_SIGNALS,
            METRICS,
            POLICY_SHADOW,
            DEAD_LETTERS,
            LEAD_FACTS,
            ACCOUNT_FACTS,
            TEAM_REQUESTS,
            DEAL_FACTS,
            CONTACT_FACTS,
            REP_FACTS,
            STAGE_FACTS);

    private Catalogue() {}

    /** The clock of a topology: its ticks, read back by the task that wrote them. */
    public static Topic clock(String topology) {
        return new Topic(
                topology + "-clock",
                null,
                Role.INTERNAL,
                false,
                Duration.ofDays(7),
                "partition",
                "ticks of the " + topology + " topology");
    }

    /** The journal of a topology: how the inputs of each task interleaved. */
    public static Topic journal(String topology) {
        return internal(
                topology + "-journal",
                JournalEntry.class,
                "partition",
                "how the inputs of the " + topology + " topology interleaved");
    }

    /** All topics of these topologies. */
    public static List<Topic> of(String... topologies) {
        List<Topic> all = new ArrayList<>(SHARED);
        for (String topology : topologies) {
            all.add(clock(topology));
            all.add(journal(topology));
        }
        return List.copyOf(all);
    }

    private static Topic input(String name, Class<? extends SpecificRecordBase> value, String keyedBy, String tells) {
        return new Topic(name, value, Role.INPUT, false, null, keyedBy, tells);
    }

    private static Topic output(String name, Class<? extends SpecificRecordBase> value, String keyedBy, String tells) {
        return new Topic(name, value, Role.OUTPUT, false, null, keyedBy, tells);
    }

    private static Topic internal(
            String name, Class<? extends SpecificRecordBase> value, String keyedBy, String tells) {
        return new Topic(name, value, Role.INTERNAL, false, null, keyedBy, tells);
    }
}

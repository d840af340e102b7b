package io.revstream.app.cli;

import io.revstream.app.BrokerChoice;
import io.revstream.app.EmbeddedBroker;
import io.revstream.app.EventJson;
import io.revstream.app.SlaJson;
import io.revstream.app.SlaReading;
import io.revstream.policy.Policy;
import io.revstream.speed.OpenClock;
import io.revstream.speed.SlaFilter;
import io.revstream.speed.SlaReport;
import io.revstream.speed.SlaReport.OfLead;
import io.revstream.speed.Week;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code revstream sla}: how fast leads get their first contact, and which windows are kept. */
@Command(
        name = "sla",
        description = "Reckon speed-to-lead and SLA compliance from the decisions on the topics.",
        mixinStandardHelpOptions = true)
final class SlaCommand implements Callable<Integer> {

    private static final int OPEN_SHOWN = 10;

    private final EmbeddedBroker embedded;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Option(names = "--team", paramLabel = "ID", description = "Only this team.")
    private String team;

    @Option(names = "--rep", paramLabel = "ID", description = "Only this rep.")
    private String rep;

    @Option(names = "--clock", paramLabel = "NAME", description = "Only this clock, for compliance and open clocks.")
    private String clock;

    @Option(
            names = "--week",
            paramLabel = "DAY",
            description =
                    "Only what was settled in the week of this day, such as 2026-03-02; weeks begin where the policy says, in each team's time zone.")
    private LocalDate week;

    @Option(names = "--leads", description = "List leads with their MQL date and first contact.")
    private boolean leads;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    SlaCommand(EmbeddedBroker embedded) {
        this.embedded = embedded;
    }

    @Override
    public Integer call() {
        SlaFilter filter = new SlaFilter(team, rep, clock);
        SlaReport report;
        List<OpenClock> next;
        List<OfLead> listed;
        try (BrokerChoice broker = connection.runningOrStarted(embedded)) {
            Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
            SlaReading.Read read = SlaReading.of(broker.connection());
            Week asked = weekOf(read.policy());
            report = SlaReport.of(read.book(), read.policy(), filter, asked, now);
            listed = leads || json ? SlaReport.leads(read.book(), read.policy(), filter, asked, now) : null;
            next = read.book().open(filter, null, OPEN_SHOWN);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(EventJson.line(SlaJson.of(report, listed)));
        } else {
            out.print(SlaText.of(report, next, listed));
        }
        out.flush();
        return 0;
    }

    private Week weekOf(Policy policy) {
        DayOfWeek first = policy == null || policy.speedToLead() == null
                ? DayOfWeek.MONDAY
                : policy.speedToLead().week();
        return week == null ? null : Week.of(week, first);
    }
}

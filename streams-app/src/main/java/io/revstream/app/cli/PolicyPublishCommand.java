package io.revstream.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revstream.app.CannotStart;
import io.revstream.app.Connection;
import io.revstream.app.EmbeddedBroker;
import io.revstream.app.EventJson;
import io.revstream.app.PipelineTime;
import io.revstream.app.PolicyChange;
import io.revstream.app.PublishedPolicies;
import io.revstream.app.TopicAdmin;
import io.revstream.app.Topologies;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReading;
import io.revstream.policy.PolicyTimeline;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code revstream policy publish}: a version takes effect, or runs beside the one in force as a challenger. */
@Command(
        name = "publish",
        description = "Publish a policy: it takes effect at once, and all leads are rescored by it.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:published, or there already",
            "1:the policy has errors, its version was used before for other rules, or there is no broker",
            "2:wrong usage"
        })
final class PolicyPublishCommand implements Callable<Integer> {

    /** By how much a record may lie in the future before the topologies refuse it, unless they were told otherwise. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final EmbeddedBroker embedded;
    private final Clock clock = Clock.systemUTC();

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Parameters(paramLabel = "FILE|PRESET", arity = "0..1", description = "Policy document or name of a preset.")
    private String policy;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "When it takes effect: from now to 5 minutes ahead; now when left out.")
    private Instant at;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why it is changed; goes into the event and the notice. Needed when a version is replaced.")
    private String reason;

    @Option(
            names = "--challenger",
            description =
                    "Run it beside the policy in force: differences go to policy-shadow, nothing is decided by it.")
    private boolean challenger;

    @Option(names = "--end-challenger", description = "End the challenger that runs; needs no FILE.")
    private boolean end;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    PolicyPublishCommand(EmbeddedBroker embedded) {
        this.embedded = embedded;
    }

    @Override
    public Integer call() throws IOException {
        checkUsage();
        Policy accepted = null;
        if (!end) {
            PolicyReading reading = PolicySource.read(policy);
            reading.problems().forEach(spec.commandLine().getErr()::println);
            accepted = reading.policy();
            if (accepted == null) {
                return 1;
            }
        }
        Connection to = connection.connection(embedded);
        int partitions = partitions(to);
        PublishedPolicies published = PublishedPolicies.read(to);
        if (accepted != null) {
            published.checkUnused(accepted);
        }
        PolicyChange change = change(accepted, published.timeline(), instant(to));
        if (change == null) {
            print(accepted.version(), null, null, partitions);
            return 0;
        }
        Policy former = published.isEmpty() || end ? null : published.timeline().at(change.at());
        published.publish(to, change, partitions);
        print(change.version(), change, former, partitions);
        return 0;
    }

    private void checkUsage() {
        if (end == (policy != null) || (end && challenger)) {
            throw new ParameterException(
                    spec.commandLine(), "Expected a FILE or PRESET to publish, or --end-challenger, and not both");
        }
    }

    /** What is to be published; null when that version is there already. */
    private PolicyChange change(Policy accepted, PolicyTimeline timeline, Instant from) throws IOException {
        Policy running = timeline.challengerAt(from);
        if (end) {
            if (running == null) {
                throw new CannotStart("Expected a challenger to end, but none runs");
            }
            return PolicyChange.end(running, from, reason);
        }
        boolean known = timeline.version(accepted.version()) != null;
        if (!challenger) {
            Policy replaces = timeline.isEmpty() ? null : timeline.at(from);
            Instant effective = timeline.isEmpty() ? Instant.EPOCH : from;
            if (known) {
                return null;
            }
            if (replaces != null && (reason == null || reason.isBlank())) {
                throw new CannotStart("Expected --reason, since " + accepted.version() + " takes the place of "
                        + replaces.version() + ": each change is documented and told (CAL-11)");
            }
            return PolicyChange.inForce(accepted, PolicySource.text(policy), effective, replaces, reason);
        }
        if (known) {
            throw new CannotStart("Expected a challenger that has not been in force, but version " + accepted.version()
                    + " was: raise the version in the document");
        }
        if (timeline.isEmpty()) {
            throw new CannotStart("Expected a policy in force to run beside, but none is published yet");
        }
        return accepted.equals(running)
                ? null
                : PolicyChange.challenger(accepted, PolicySource.text(policy), from, running, reason);
    }

    private Instant instant(Connection to) {
        Instant now = PipelineTime.now(to, Topologies.ALL, clock).truncatedTo(ChronoUnit.MILLIS);
        if (at == null) {
            return now;
        }
        if (at.isBefore(now) || at.isAfter(now.plus(AHEAD))) {
            throw new CannotStart("Expected an instant from " + now + " to " + AHEAD.toMinutes()
                    + " minutes later for --at, since a policy takes effect at the instant of its record, but found "
                    + at);
        }
        return at;
    }

    private static int partitions(Connection to) {
        try (TopicAdmin admin = new TopicAdmin(to)) {
            return admin.partitions(Topologies.ALL);
        }
    }

    /**
     * Says what was published.
     *
     * @param change null when the version was there already
     * @param former the policy in force until then; null when there was none, or a challenger ends
     */
    private void print(String version, PolicyChange change, Policy former, int partitions) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json
                        ? EventJson.line(json(version, change, former, partitions))
                        : text(version, change, former, partitions));
        out.flush();
    }

    private static ObjectNode json(String version, PolicyChange change, Policy former, int partitions) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("version", version);
        json.put("published", change != null);
        if (change == null) {
            return json;
        }
        json.put("challenger", change.challenger());
        json.put("ended", change.policy() == null);
        json.put("from", change.at().toString());
        json.put("partitions", partitions);
        if (change.replaces() != null) {
            json.put("replaces", change.replaces().version());
        }
        if (change.reason() != null) {
            json.put("reason", change.reason());
        }
        var thresholds = json.putArray("thresholds");
        change.thresholds(former)
                .forEach(threshold -> thresholds
                        .addObject()
                        .put("model", threshold.model())
                        .put("before", threshold.before())
                        .put("after", threshold.after()));
        return json;
    }

    private static String text(String version, PolicyChange change, Policy former, int partitions) {
        if (change == null) {
            return version + " is published already: nothing to do";
        }
        if (change.policy() == null) {
            return "Ended challenger " + version + " at " + change.at();
        }
        StringBuilder text = new StringBuilder();
        text.append(
                change.challenger()
                        ? "Challenger %s runs from %s and decides nothing; differences go to policy-shadow%n"
                                .formatted(version, change.at())
                        : change.replaces() == null
                                ? "Published %s, the first version: it holds from the beginning of time%n"
                                        .formatted(version)
                                : "Published %s, in force from %s%n".formatted(version, change.at()));
        if (change.replaces() != null) {
            text.append("  replaces   %s%n".formatted(change.replaces().version()));
        }
        if (change.challenger()) {
            text.append("  beside     %s%n".formatted(former.version()));
        }
        if (change.reason() != null) {
            text.append("  reason     %s%n".formatted(change.reason()));
        }
        change.thresholds(former).forEach(threshold -> text.append("  threshold  %s%n".formatted(threshold)));
        text.append("  written    1 copy to each of %d partitions".formatted(partitions));
        if (!change.challenger() && change.replaces() != null) {
            text.append(", and a notice to sales%n  rescoring  all leads, some with each tick".formatted());
        }
        return text.toString();
    }
}

package io.revstream.app;

import io.revstream.events.PolicyEvent;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.PolicyTimeline;
import io.revstream.stream.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The policy versions on the policy topic, and those that run beside them as challengers. */
public final class PublishedPolicies {

    /** Why a version came that no {@code policy publish} has brought. */
    private static final String REASON = "named when the pipeline was started";

    private static final Duration POLL = Duration.ofMillis(200);

    private PolicyTimeline timeline = PolicyTimeline.EMPTY;

    private PublishedPolicies() {}

    /** All versions that are published when this is asked. */
    public static PublishedPolicies read(Connection connection) {
        Map<String, TopicFeed.Item> changes = new LinkedHashMap<>();
        try (TopicFeed feed = new TopicFeed(connection, List.of(Catalogue.POLICY), true)) {
            do {
                for (TopicFeed.Item item : feed.next(POLL)) {
                    if (item.event() instanceof PolicyEvent policy) {
                        changes.putIfAbsent(policy.getEventId(), item);
                    }
                }
            } while (!feed.isAtEnd());
        }
        List<TopicFeed.Item> inOrder = new ArrayList<>(changes.values());
        inOrder.sort(Comparator.comparing(TopicFeed.Item::timestamp));
        PublishedPolicies published = new PublishedPolicies();
        inOrder.forEach(item -> published.happened((PolicyEvent) item.event(), item.timestamp()));
        return published;
    }

    public boolean isEmpty() {
        return timeline.isEmpty();
    }

    /** Which version is in force when, and which challenger runs beside it. */
    public PolicyTimeline timeline() {
        return timeline;
    }

    /**
     * Publishes a version unless it is there already. The first of all is in force from the beginning of time, before any backlog.
     *
     * @param policy the policy that {@code document} says
     * @param now when a later version takes effect
     * @return whether it was published
     * @throws CannotStart when the version was used before for other rules
     */
    public boolean add(Connection connection, Policy policy, String document, Instant now, int partitions) {
        checkUnused(policy);
        if (timeline.version(policy.version()) != null) {
            return false;
        }
        Policy replaces = timeline.isEmpty() ? null : timeline.at(now);
        Instant from = timeline.isEmpty() ? Instant.EPOCH : now;
        publish(connection, PolicyChange.inForce(policy, document, from, replaces, REASON), partitions);
        return true;
    }

    /** Publishes a change, and knows it from then on. */
    public void publish(Connection connection, PolicyChange change, int partitions) {
        new PolicyPublisher(connection).publish(change, partitions);
        happened(change.event(), change.at());
    }

    /** @throws CannotStart when the version was used before for other rules */
    public void checkUnused(Policy policy) {
        Policy known = timeline.known(policy.version());
        if (known != null && !known.equals(policy)) {
            throw new CannotStart("Expected a new version for a changed policy, but " + policy.version()
                    + " was published before with other rules: raise the version in the document");
        }
    }

    /** What the tasks refuse changes nothing here either. */
    private void happened(PolicyEvent event, Instant at) {
        if (event.getChallenger() && event.getDocument().isBlank()) {
            timeline = timeline.withoutChallenger(event.getVersion(), at);
            return;
        }
        Policy policy = PolicyReader.read("policy", event.getDocument()).policy();
        if (policy == null || !policy.version().equals(event.getVersion())) {
            return;
        }
        Policy known = timeline.known(policy.version());
        if (known == null || known.equals(policy)) {
            timeline = event.getChallenger() ? timeline.beside(policy, at) : timeline.with(policy, at);
        }
    }
}

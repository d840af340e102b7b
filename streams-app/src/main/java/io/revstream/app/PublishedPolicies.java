package io.revstream.app;

import io.revstream.events.PolicyEvent;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.stream.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The policy versions on the policy topic. */
public final class PublishedPolicies {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, String> documents;

    private PublishedPolicies(Map<String, String> documents) {
        this.documents = documents;
    }

    /** All versions that are published when this is asked. */
    public static PublishedPolicies read(Connection connection) {
        Map<String, String> documents = new LinkedHashMap<>();
        try (TopicFeed feed = new TopicFeed(connection, List.of(Catalogue.POLICY), true)) {
            do {
                for (TopicFeed.Item item : feed.next(POLL)) {
                    if (item.event() instanceof PolicyEvent policy) {
                        documents.putIfAbsent(policy.getVersion(), policy.getDocument());
                    }
                }
            } while (!feed.isAtEnd());
        }
        return new PublishedPolicies(documents);
    }

    public boolean isEmpty() {
        return documents.isEmpty();
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
        String before = documents.get(policy.version());
        if (before == null) {
            Instant from = documents.isEmpty() ? Instant.EPOCH : now;
            new PolicyPublisher(connection).publish(policy, document, from, partitions);
            documents.put(policy.version(), document);
            return true;
        }
        if (!before.equals(document)
                && !policy.equals(PolicyReader.read("policy", before).policy())) {
            throw new CannotStart("Expected a new version for a changed policy, but " + policy.version()
                    + " was published before with other rules: raise the version in the document");
        }
        return false;
    }
}

package io.revstream.policy;

import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which policy is in force when. Immutable. */
public final class PolicyTimeline {

    private static final PolicyTimeline EMPTY = new PolicyTimeline(new TreeMap<>());

    private final NavigableMap<Instant, Policy> versions;

    private PolicyTimeline(NavigableMap<Instant, Policy> versions) {
        this.versions = versions;
    }

    /** No policy at all. */
    public static PolicyTimeline empty() {
        return EMPTY;
    }

    /** One policy for all time. */
    public static PolicyTimeline of(Policy policy) {
        return EMPTY.with(Instant.EPOCH, policy);
    }

    /**
     * This timeline with a further version. A version that is there already stays as it is, from the earlier of the two instants: the
     * same record may be read more than once. Of two versions of one instant the one added later holds.
     *
     * @throws IllegalArgumentException when the version is there with other contents
     */
    public PolicyTimeline with(Instant from, Policy policy) {
        NavigableMap<Instant, Policy> more = new TreeMap<>(versions);
        for (var entry : versions.entrySet()) {
            if (entry.getValue().version().equals(policy.version())) {
                if (!entry.getValue().equals(policy)) {
                    throw new IllegalArgumentException(
                            "Expected a new version, but \"" + policy.version() + "\" is in use since " + entry.getKey() + " with other contents");
                }
                if (!from.isBefore(entry.getKey())) {
                    return this;
                }
                more.remove(entry.getKey());
            }
        }
        more.put(from, policy);
        return new PolicyTimeline(more);
    }

    public boolean isEmpty() {
        return versions.isEmpty();
    }

    /**
     * The policy in force. The first version is in force from the beginning of time.
     *
     * @throws IllegalStateException when there is none at all
     */
    public Policy at(Instant instant) {
        var entry = versions.floorEntry(instant);
        if (entry == null) {
            entry = versions.firstEntry();
        }
        if (entry == null) {
            throw new IllegalStateException("Expected a policy, but none was published");
        }
        return entry.getValue();
    }

    /** Versions by the instant from which each is in force; the first holds before its own instant, too. */
    public NavigableMap<Instant, Policy> versions() {
        return Collections.unmodifiableNavigableMap(versions);
    }
}

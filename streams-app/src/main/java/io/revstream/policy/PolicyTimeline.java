package io.revstream.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which policy is in force when. Immutable. */
public final class PolicyTimeline {

    /** No policy at all. */
    public static final PolicyTimeline EMPTY = new PolicyTimeline(List.of());

    /** Of two versions of one instant the name decides, so that their order of arrival does not. */
    private static final Comparator<Version> ORDER = Comparator.comparing(Version::from)
            .thenComparing(version -> version.policy().version());

    private final List<Version> versions;

    private PolicyTimeline(List<Version> versions) {
        this.versions = versions;
    }

    /** A policy and the instant from which it is in force. */
    public record Version(Policy policy, Instant from) {}

    /** One policy for all time. */
    public static PolicyTimeline of(Policy policy) {
        return EMPTY.with(policy, Instant.EPOCH);
    }

    /**
     * This timeline with a further version; this timeline itself when it holds that version, since a record may be read again.
     *
     * @throws IllegalArgumentException when it holds that version with other contents
     */
    public PolicyTimeline with(Policy policy, Instant from) {
        Policy same = version(policy.version());
        if (same != null) {
            if (!same.equals(policy)) {
                throw new IllegalArgumentException("Expected a new version for a changed policy, but \""
                        + policy.version() + "\" was used before");
            }
            return this;
        }
        List<Version> more = new ArrayList<>(versions);
        more.add(new Version(policy, from));
        more.sort(ORDER);
        return new PolicyTimeline(List.copyOf(more));
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
        if (versions.isEmpty()) {
            throw new IllegalStateException("Expected a policy, but none was published");
        }
        for (int i = versions.size() - 1; i > 0; i--) {
            if (!versions.get(i).from().isAfter(instant)) {
                return versions.get(i).policy();
            }
        }
        return versions.get(0).policy();
    }

    /** The policy of that version, or null. */
    public Policy version(String name) {
        return versions.stream()
                .map(Version::policy)
                .filter(policy -> policy.version().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** All versions in the order in which they come into force. */
    public List<Version> versions() {
        return versions;
    }
}

package io.revstream.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Which policy is in force when, and which challenger runs beside it. Immutable. */
public final class PolicyTimeline {

    /** No policy at all. */
    public static final PolicyTimeline EMPTY = new PolicyTimeline(List.of(), List.of());

    /** Of two versions of one instant the name decides, so that their order of arrival does not. */
    private static final Comparator<Version> ORDER = Comparator.comparing(Version::from)
            .thenComparing(version -> version.policy().version());

    private final List<Version> versions;

    /** In the order in which they were read; instants never run backward. */
    private final List<Challenge> challenges;

    private PolicyTimeline(List<Version> versions, List<Challenge> challenges) {
        this.versions = versions;
        this.challenges = challenges;
    }

    /** A policy and the instant from which it is in force. */
    public record Version(Policy policy, Instant from) {}

    /**
     * A challenger begins or ends.
     *
     * @param policy null when the version ends
     */
    public record Challenge(String version, Policy policy, Instant from) {}

    /** One policy for all time. */
    public static PolicyTimeline of(Policy policy) {
        return EMPTY.with(policy, Instant.EPOCH);
    }

    /**
     * This timeline with a further version; this timeline itself when it holds that version, since a record may be read again. A
     * challenger of that version has done its work and runs no longer.
     *
     * @throws IllegalArgumentException when it holds that version with other contents
     */
    public PolicyTimeline with(Policy policy, Instant from) {
        checkContents(policy);
        if (version(policy.version()) != null) {
            return this;
        }
        List<Version> more = new ArrayList<>(versions);
        more.add(new Version(policy, from));
        more.sort(ORDER);
        return new PolicyTimeline(List.copyOf(more), challenges);
    }

    /**
     * This timeline with a challenger in the place of the one before; this timeline itself when that challenger was the latest already.
     *
     * @throws IllegalArgumentException when it holds that version with other contents
     */
    public PolicyTimeline beside(Policy challenger, Instant from) {
        checkContents(challenger);
        return challenger.equals(latestChallenger())
                ? this
                : challenged(new Challenge(challenger.version(), challenger, notBeforeTheLatest(from)));
    }

    /** This timeline without a challenger from an instant on; this timeline itself when that version is not the latest challenger. */
    public PolicyTimeline withoutChallenger(String version, Instant from) {
        Policy latest = latestChallenger();
        return latest == null || !latest.version().equals(version)
                ? this
                : challenged(new Challenge(version, null, notBeforeTheLatest(from)));
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

    /** The challenger that runs beside the policy in force, or null. One that has itself come into force runs no longer. */
    public Policy challengerAt(Instant instant) {
        for (int i = challenges.size() - 1; i >= 0; i--) {
            Challenge challenge = challenges.get(i);
            if (!challenge.from().isAfter(instant)) {
                return challenge.policy() == null || wasInForce(challenge.version(), instant)
                        ? null
                        : challenge.policy();
            }
        }
        return null;
    }

    /** The policy that was in force under that version, or null. */
    public Policy version(String name) {
        return versions.stream()
                .map(Version::policy)
                .filter(policy -> policy.version().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The policy of that version, in force or as a challenger; null when it was never used. */
    public Policy known(String name) {
        return Stream.concat(
                        versions.stream().map(Version::policy),
                        challenges.stream().map(Challenge::policy).filter(Objects::nonNull))
                .filter(policy -> policy.version().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** All versions in the order in which they come into force. */
    public List<Version> versions() {
        return versions;
    }

    /** All beginnings and ends of challengers, in order. */
    public List<Challenge> challenges() {
        return challenges;
    }

    private void checkContents(Policy policy) {
        Policy same = known(policy.version());
        if (same != null && !same.equals(policy)) {
            throw new IllegalArgumentException(
                    "Expected a new version for a changed policy, but \"" + policy.version() + "\" was used before");
        }
    }

    private boolean wasInForce(String version, Instant instant) {
        for (int i = 0; i < versions.size(); i++) {
            Version one = versions.get(i);
            if (one.policy().version().equals(version)) {
                return i == 0 || !one.from().isAfter(instant);
            }
        }
        return false;
    }

    private PolicyTimeline challenged(Challenge challenge) {
        List<Challenge> more = new ArrayList<>(challenges);
        more.add(challenge);
        return new PolicyTimeline(versions, List.copyOf(more));
    }

    private Policy latestChallenger() {
        return challenges.isEmpty()
                ? null
                : challenges.get(challenges.size() - 1).policy();
    }

    private Instant notBeforeTheLatest(Instant from) {
        if (challenges.isEmpty()) {
            return from;
        }
        Instant latest = challenges.get(challenges.size() - 1).from();
        return latest.isAfter(from) ? latest : from;
    }
}

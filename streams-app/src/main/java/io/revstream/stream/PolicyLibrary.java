package io.revstream.stream;

import io.revstream.events.PolicyEvent;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.PolicyReading;
import io.revstream.policy.PolicyTimeline;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads policy documents, each once in this JVM, however many tasks meet it. */
public final class PolicyLibrary {

    private final Map<String, PolicyReading> read = new ConcurrentHashMap<>();

    /** A document that was accepted before. */
    Policy known(String document) {
        PolicyReading result = read(document);
        if (result.policy() == null) {
            throw new IllegalStateException(
                    "Expected a stored policy to be readable still, but it has errors: " + result.problems());
        }
        return result.policy();
    }

    /**
     * The timeline with the published version in force, or running as a challenger, from an instant; the same timeline when that changes
     * nothing.
     *
     * @throws Refused when the document has errors, names another version, or the version was used for another document
     */
    PolicyTimeline adopt(PolicyTimeline timeline, PolicyEvent event, Instant from) throws Refused {
        if (event.getChallenger() && event.getDocument().isBlank()) {
            return timeline.withoutChallenger(event.getVersion(), from);
        }
        Policy policy = accepted(event);
        Policy before = timeline.known(policy.version());
        if (before != null && !before.equals(policy)) {
            throw new Refused(
                    DeadLetterCode.INVALID,
                    "Expected a new version for a changed policy, but " + policy.version()
                            + " was published before with other rules");
        }
        return event.getChallenger() ? timeline.beside(policy, from) : timeline.with(policy, from);
    }

    private Policy accepted(PolicyEvent event) throws Refused {
        PolicyReading result = read(event.getDocument());
        if (result.policy() == null) {
            throw new Refused(
                    DeadLetterCode.INVALID, "Expected a policy without errors, but it has: " + result.problems());
        }
        Policy policy = result.policy();
        if (!policy.version().equals(event.getVersion())) {
            throw new Refused(
                    DeadLetterCode.INVALID,
                    "Expected the document to be version " + event.getVersion() + ", but it says " + policy.version());
        }
        return policy;
    }

    private PolicyReading read(String document) {
        return read.computeIfAbsent(document, text -> PolicyReader.read("policy", text));
    }
}

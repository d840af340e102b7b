package io.revstream.app;

import io.revstream.events.ActionKind;
import io.revstream.events.ActionRequested;
import io.revstream.events.PolicyEvent;
import io.revstream.policy.CalibrationRules.Notice;
import io.revstream.policy.Policy;
import io.revstream.policy.ScoringModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A version of the policy that is to be published, or a challenger's beginning or end.
 *
 * @param version the version that begins, or the challenger that ends
 * @param policy what {@code document} says; null for a challenger's end
 * @param document empty for a challenger's end
 * @param at when it takes effect; the first version holds from the beginning of time, whatever is said here
 * @param replaces the policy in force until then; of a challenger, the challenger that it takes the place of; null when there is none
 * @param challenger whether it only runs beside the policy in force
 * @param reason why; null where nobody said
 */
public record PolicyChange(
        String version,
        Policy policy,
        String document,
        Instant at,
        Policy replaces,
        boolean challenger,
        String reason) {

    private static final String SOURCE = "revstream/policy";

    /** A threshold of a model before and after; null where the policy has no such model. */
    public record Threshold(String model, Integer before, Integer after) {

        @Override
        public String toString() {
            return model + ": " + text(before) + " -> " + text(after);
        }

        private static String text(Integer points) {
            return points == null ? "none" : points.toString();
        }
    }

    /** A policy that comes into force. */
    public static PolicyChange inForce(Policy policy, String document, Instant at, Policy replaces, String reason) {
        return new PolicyChange(policy.version(), policy, document, at, replaces, false, reason);
    }

    /** A challenger that begins to run. */
    public static PolicyChange challenger(Policy policy, String document, Instant at, Policy former, String reason) {
        return new PolicyChange(policy.version(), policy, document, at, former, true, reason);
    }

    /** A challenger that ends. */
    public static PolicyChange end(Policy challenger, Instant at, String reason) {
        return new PolicyChange(challenger.version(), null, "", at, null, true, reason);
    }

    /**
     * Thresholds by model, in the order of the policies: those that there were, then new ones.
     *
     * @param former the policy to compare with; null for none
     */
    public List<Threshold> thresholds(Policy former) {
        Map<String, Integer> before = points(former);
        Map<String, Integer> after = points(policy);
        Set<String> models = new LinkedHashSet<>();
        models.addAll(names(former));
        models.addAll(names(policy));
        return models.stream()
                .map(model -> new Threshold(model, before.get(model), after.get(model)))
                .toList();
    }

    /** A record of the policy topic is never compacted away: no two have the same key. */
    String key() {
        return challenger ? "challenger/" + version + "/" + at : version;
    }

    PolicyEvent event() {
        return PolicyEvent.newBuilder()
                .setEventId(challenger ? key() : eventId())
                .setOccurredAt(at)
                .setSource(SOURCE)
                .setVersion(version)
                .setDocument(document)
                .setChallenger(challenger)
                .setReason(reason)
                .setReplaces(replaces == null ? null : replaces.version())
                .build();
    }

    /**
     * What is told to those whom the policy names (CAL-11): nothing of a challenger, which changes nothing, nor of the first version, before
     * which was none, nor through a port that is off.
     */
    ActionRequested notice() {
        Notice told = policy == null ? null : policy.calibration().notice();
        if (challenger || replaces == null || told == null || !policy.ports().isOn(told.port())) {
            return null;
        }
        Map<String, String> details = new TreeMap<>();
        details.put("replaces", replaces.version());
        if (reason != null) {
            details.put("reason", reason);
        }
        for (Threshold threshold : thresholds(replaces)) {
            details.put("threshold before/" + threshold.model(), Threshold.text(threshold.before()));
            details.put("threshold after/" + threshold.model(), Threshold.text(threshold.after()));
        }
        return ActionRequested.newBuilder()
                .setEventId(eventId() + "/notice")
                .setOccurredAt(at)
                .setSource(SOURCE)
                .setCausedBy(eventId())
                .setPolicyVersion(version)
                .setSubjectId(version)
                .setPass(0)
                .setKind(ActionKind.NOTIFY)
                .setAction("policy-changed")
                .setPort(told.port())
                .setTo(told.to())
                .setDueAt(null)
                .setBecause(version + " replaces " + replaces.version() + (reason == null ? "" : ": " + reason))
                .setDetails(details)
                .build();
    }

    private String eventId() {
        return "policy/" + version;
    }

    private static Map<String, Integer> points(Policy policy) {
        return policy == null
                ? Map.of()
                : policy.scoring().models().stream()
                        .collect(Collectors.toMap(ScoringModel::name, ScoringModel::threshold, (a, b) -> a));
    }

    private static List<String> names(Policy policy) {
        List<String> names = new ArrayList<>();
        if (policy != null) {
            policy.scoring().models().forEach(model -> names.add(model.name()));
        }
        return names;
    }
}

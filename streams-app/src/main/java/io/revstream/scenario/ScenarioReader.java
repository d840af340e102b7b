package io.revstream.scenario;

import io.revstream.document.DidYouMean;
import io.revstream.document.Overlay;
import io.revstream.document.Problem;
import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.document.SourceReader;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReading;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Reads a file of scenarios: all of its problems at once, or its scenarios. */
public final class ScenarioReader {

    private static final List<String> KEYS =
            List.of("scenario", "shows", "policy", "changes", "zone", "given", "steps", "scenarios");
    private static final List<String> ALONE = List.of("scenario", "shows", "steps");
    private static final List<String> KEYS_OF_ONE = List.of("scenario", "shows", "changes", "steps");

    private final String file;
    private final Problems problems;
    private final List<Problem> policyProblems = new ArrayList<>();
    private final PolicyFinder policies;

    private ScenarioReader(Path path, String instead) {
        this.file = path.toString();
        this.problems = new Problems(file);
        this.policies = new PolicyFinder(path, instead);
    }

    /**
     * Reads a file.
     *
     * @param path how messages name it; policies that it names are presets, or lie beside it
     */
    public static ScenarioReading read(Path path, String yaml) {
        return read(path, yaml, null);
    }

    /** As {@link #read(Path, String)}, with another policy in place of all that it names, unless that is null. */
    static ScenarioReading read(Path path, String yaml, String instead) {
        ScenarioReader reader = new ScenarioReader(path, instead);
        SourceNode document = SourceReader.read(yaml, "a scenario", reader.problems);
        List<Scenario> scenarios = document.isPresent() ? reader.document(document) : List.of();
        List<Problem> all = new ArrayList<>(reader.problems.inOrder());
        all.addAll(reader.policyProblems);
        return new ScenarioReading(all.isEmpty() ? scenarios : List.of(), List.copyOf(all));
    }

    private List<Scenario> document(SourceNode document) {
        document.keys().forEach(key -> problems.unlessKnown(key, "a key of a scenario", KEYS));
        required(document, "policy");
        Policy policy = policy(document);
        ZoneId zone = zone(document.at("zone"));
        if (policy == null || zone == null) {
            return List.of();
        }
        List<Scenario> scenarios = new ArrayList<>();
        SourceNode several = document.at("scenarios");
        if (several.isPresent()) {
            for (String alone : ALONE) {
                if (document.at(alone).isPresent()) {
                    problems.error(
                            document.at(alone).label(),
                            "Expected \"" + alone + "\" within \"scenarios\", but found it beside it");
                }
            }
            for (SourceNode one : several.oneOrMore()) {
                one.keys().forEach(key -> problems.unlessKnown(key, "a key of one of the scenarios", KEYS_OF_ONE));
                Policy own = one.at("changes").isPresent() ? policy(document, one.at("changes")) : policy;
                if (own != null) {
                    scenarios.add(scenario(document, one, own, zone));
                }
            }
        } else {
            scenarios.add(scenario(document, document, policy, zone));
        }
        return scenarios;
    }

    private Scenario scenario(SourceNode document, SourceNode one, Policy policy, ZoneId zone) {
        String sentence = required(one, "scenario").text();
        List<SourceNode> steps = new ArrayList<>(document.at("given").oneOrMore());
        steps.addAll(required(one, "steps").oneOrMore());
        Script script = new Script(new Times(zone, policy), problems, this::policy);
        steps.forEach(script::add);
        return new Scenario(
                file,
                one.place(),
                sentence,
                List.copyOf(one.at("shows").oneOrMore().stream()
                        .map(SourceNode::text)
                        .toList()),
                policy,
                zone,
                script.inputs(),
                script.expectations(),
                script.end());
    }

    /** The policy that a map names, with its changes; null when it cannot be had. */
    private Policy policy(SourceNode holder) {
        return policy(holder, SourceNode.absent(holder.place()));
    }

    /** As {@link #policy(SourceNode)}, with more changes laid over the others. */
    private Policy policy(SourceNode holder, SourceNode more) {
        SourceNode name = holder.at("policy");
        if (name.text() == null) {
            if (name.isPresent()) {
                problems.error(name, "Expected a preset, or a policy file beside this one, but found " + name.words());
            }
            return null;
        }
        PolicyReading reading = policies.read(name.text(), Overlay.of(holder.at("changes"), more));
        if (reading.policy() == null) {
            problems.error(
                    name,
                    "Expected a policy without errors, but " + name.words() + " has "
                            + reading.errors().size());
            reading.errors().stream()
                    .filter(error -> !policyProblems.contains(error))
                    .forEach(policyProblems::add);
        }
        return reading.policy();
    }

    private ZoneId zone(SourceNode node) {
        if (!node.isPresent()) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(String.valueOf(node.text()));
        } catch (DateTimeException e) {
            String question = DidYouMean.question(String.valueOf(node.text()), ZoneId.getAvailableZoneIds());
            problems.error(node, "Expected a time zone like America/New_York, but found " + node.words() + question);
            return null;
        }
    }

    private SourceNode required(SourceNode map, String key) {
        if (!map.at(key).isPresent()) {
            problems.error(map, "Expected the key \"" + key + "\" in a scenario, but it is missing");
        }
        return map.at(key);
    }
}

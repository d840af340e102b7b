package io.revstream.scenario;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.scenario.Expectation.Absent;
import io.revstream.scenario.Expectation.Happens;
import io.revstream.scenario.Expectation.Latest;
import io.revstream.scenario.Expectation.Wanted;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** Reads what a step expects. */
final class ExpectationReader {

    /** Topics of decisions. What topologies tell each other is their own business, and what is refused stands at the input. */
    static final Map<String, Topic> TOPICS = topics();

    private final Times times;
    private final Problems problems;

    ExpectationReader(Times times, Problems problems) {
        this.times = times;
        this.problems = problems;
    }

    /** The expectations of a step at an instant. */
    List<Expectation> read(SourceNode step, Instant at) {
        List<Expectation> all = new ArrayList<>();
        PatternForm form = new PatternForm(new Values(times, at, problems));
        each(step.at("expect"), (topic, node) -> all.add(happens(node, topic, at, form, false)));
        each(step.at("exactly"), (topic, node) -> all.add(happens(node, topic, at, form, true)));
        each(
                step.at("latest"),
                (topic, node) -> node.oneOrMore()
                        .forEach(one -> all.add(new Latest(one.label(), topic, at, form.read(one, schema(topic))))));
        absent(step, at, form, all);
        return all;
    }

    private Happens happens(SourceNode node, Topic topic, Instant at, PatternForm form, boolean onlyThese) {
        List<Wanted> wanted = node.oneOrMore().stream()
                .map(one -> new Wanted(one.label(), form.read(one, schema(topic))))
                .toList();
        return new Happens(node.label(), topic, at, wanted, onlyThese);
    }

    /** What should not happen may be a topic, a list of topics, or events of topics. */
    private void absent(SourceNode step, Instant at, PatternForm form, List<Expectation> all) {
        SourceNode until = step.at("until");
        if (until.isPresent() && !step.at("nothing").isPresent()) {
            problems.error(until, "Expected \"until\" beside \"nothing\" only, but found it alone");
        }
        Instant end = until.isPresent() ? times.read(until, at, problems) : at.plusMillis(1);
        if (end == null || !end.isAfter(at)) {
            if (end != null) {
                problems.error(until, "Expected an instant after the step's own, but found \"" + until.text() + "\"");
            }
            return;
        }
        SourceNode nothing = step.at("nothing");
        if (nothing.kind() != SourceNode.Kind.MAP) {
            for (SourceNode name : nothing.oneOrMore()) {
                if (name.text() == null) {
                    problems.error(
                            name,
                            "Expected the name of a topic, or events under the name of their topic instead of a list, but found "
                                    + name.words());
                }
                Topic topic = topic(name);
                if (topic != null) {
                    all.add(new Absent(name.label(), topic, at, end, new Pattern.Parts(List.of())));
                }
            }
            return;
        }
        each(
                nothing,
                (topic, node) -> node.oneOrMore()
                        .forEach(one ->
                                all.add(new Absent(one.label(), topic, at, end, form.read(one, schema(topic))))));
    }

    private void each(SourceNode topics, BiConsumer<Topic, SourceNode> read) {
        if (topics.isPresent() && topics.kind() != SourceNode.Kind.MAP) {
            problems.error(topics, "Expected topics with what should be on them, but found " + topics.words());
        }
        for (SourceNode name : topics.keys()) {
            Topic topic = topic(name);
            if (topic != null) {
                read.accept(topic, topics.at(name.text()));
            }
        }
    }

    private Topic topic(SourceNode name) {
        problems.unlessKnown(name, "a topic of decisions", TOPICS.keySet());
        return TOPICS.get(name.text());
    }

    private static Schema schema(Topic topic) {
        return SpecificData.get().getSchema(topic.value());
    }

    private static Map<String, Topic> topics() {
        Map<String, Topic> topics = new LinkedHashMap<>();
        Catalogue.of().stream()
                .filter(topic -> topic.role() == Topic.Role.OUTPUT && !topic.equals(Catalogue.DEAD_LETTERS))
                .forEach(topic -> topics.put(topic.name(), topic));
        return topics;
    }
}

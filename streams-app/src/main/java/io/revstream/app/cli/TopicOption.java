package io.revstream.app.cli;

import io.revstream.app.Topologies;
import io.revstream.document.DidYouMean;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Finds the topic that a command line names. */
final class TopicOption {

    private TopicOption() {}

    /** A topic of the catalogue by its name without the prefix. */
    static Topic named(String name, CommandLine command) {
        List<Topic> all = Catalogue.of(Topologies.ALL.toArray(String[]::new));
        List<String> names = all.stream().map(Topic::name).toList();
        return all.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command,
                        "Expected a topic of " + String.join(", ", names) + ", but found '" + name + "'"
                                + DidYouMean.question(name, names)));
    }

    /** Checks the names of topologies. */
    static void checkTopologies(List<String> names, CommandLine command) {
        for (String name : names) {
            if (!Topologies.ALL.contains(name)) {
                throw new ParameterException(
                        command,
                        "Expected a topology of " + Topologies.ALL + ", but found '" + name + "'"
                                + DidYouMean.question(name, Topologies.ALL));
            }
        }
    }
}

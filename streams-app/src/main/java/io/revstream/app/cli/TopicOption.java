package io.revstream.app.cli;

import io.revstream.app.Topologies;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Finds the topic that a command line names. */
final class TopicOption {

    private TopicOption() {}

    /** A topic of the catalogue by its name without the prefix. */
    static Topic named(String name, CommandLine command) {
        var all = Catalogue.of(Topologies.ALL.toArray(String[]::new));
        return all.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command,
                        "Expected a topic of " + all.stream().map(Topic::name).collect(Collectors.joining(", ")) + ", but found '"
                                + name + "'"));
    }

    /** Checks the names of topologies; none stands for all. */
    static java.util.List<String> topologies(java.util.List<String> names, CommandLine command) {
        for (String name : names) {
            if (!Topologies.ALL.contains(name)) {
                throw new ParameterException(command, "Expected a topology of " + Topologies.ALL + ", but found '" + name + "'");
            }
        }
        return names.isEmpty() ? Topologies.ALL : names;
    }
}

package io.revstream.stream;

/**
 * Names of the topics on the broker.
 *
 * @param prefix goes before every name, such as {@code revops.}; may be empty
 */
public record TopicNames(String prefix) {

    public String of(Topic topic) {
        return prefix + topic.name();
    }

    /** Id of a topology's Kafka Streams application: its consumer group, and the prefix of its changelogs. */
    public String application(String topology) {
        return prefix + topology;
    }
}

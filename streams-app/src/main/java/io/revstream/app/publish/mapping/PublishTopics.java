package io.revstream.app.publish.mapping;

import io.revstream.document.Problems;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The topics that rows of files are published to. */
public final class PublishTopics {

    /** Input topics by name, but for the policy's: a policy version goes to every partition, which is no business of rows. */
    static final Map<String, Topic> BY_NAME = byName();

    private PublishTopics() {}

    private static Map<String, Topic> byName() {
        Map<String, Topic> topics = new LinkedHashMap<>();
        for (Topic topic : Catalogue.of()) {
            if (topic.role() == Topic.Role.INPUT && !topic.equals(Catalogue.POLICY)) {
                topics.put(topic.name(), topic);
            }
        }
        return Collections.unmodifiableMap(topics);
    }

    /** The topic of that name, or null. */
    public static Topic named(String name) {
        return BY_NAME.get(name);
    }

    /** What to say of a name that is none of a topic. */
    public static String unknown(String name) {
        return Problems.unknown("a topic that files are published to", name, BY_NAME.keySet());
    }
}

package io.revstream.stream;

import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** CloudEvents 1.0 headers of an output, by the Kafka binding in binary mode. */
public final class CloudEvents {

    private static final byte[] SPEC_VERSION = utf8("1.0");
    private static final byte[] CONTENT_TYPE = utf8("application/avro");

    private CloudEvents() {}

    /** @param key id of what the event is about */
    public static Headers headers(String key, SpecificRecordBase event) {
        return new RecordHeaders()
                .add("ce_specversion", SPEC_VERSION)
                .add("ce_id", utf8((String) event.get(0)))
                .add("ce_source", utf8((String) event.get(2)))
                .add("ce_type", utf8(event.getSchema().getFullName()))
                .add("ce_time", utf8(event.get(1).toString()))
                .add("ce_subject", utf8(key))
                .add("content-type", CONTENT_TYPE);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

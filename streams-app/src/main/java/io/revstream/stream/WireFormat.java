package io.revstream.stream;

import java.nio.ByteBuffer;

/** The wire format that Confluent's serializers share: magic byte 0, a big-endian 4-byte schema id, Avro binary. */
final class WireFormat {

    static final byte MAGIC = 0;
    static final int HEADER = 5;

    private WireFormat() {}

    static int schemaId(byte[] bytes) throws Refused {
        if (bytes.length < HEADER || bytes[0] != MAGIC) {
            throw new Refused(
                    DeadLetterCode.NOT_AVRO,
                    "Expected magic byte 0, a 4-byte schema id and Avro binary, but found " + describe(bytes));
        }
        return ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    }

    private static String describe(byte[] bytes) {
        return bytes.length == 0 ? "no bytes" : bytes.length + " bytes that begin with " + (bytes[0] & 0xff);
    }
}

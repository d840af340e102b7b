package io.revstream.app.publish.mapping;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Adds up named texts to a digest: the same content gives the same digest, on every machine and for ever. */
final class Content {

    private static final int ID_BYTES = 12;

    private final MessageDigest digest;

    Content() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected every Java to have SHA-256", e);
        }
    }

    Content add(String name, String text) {
        part(name);
        part(text);
        return this;
    }

    private void part(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    /** A short id; ends the digest. */
    String id() {
        return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    }

    /** A number from 0 (inclusive) to 1 (exclusive); ends the digest. */
    double fraction() {
        long bits = ByteBuffer.wrap(digest.digest()).getLong() >>> 11;
        return bits * 0x1.0p-53;
    }
}

package io.revstream.app.publish.rows;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text of a record, read strictly. */
final class Utf8 {

    /**
     * Text of a record.
     *
     * @param text with each byte that is no UTF-8 replaced
     * @param fault the first such byte, in words; null when there is none
     */
    record Decoded(String text, String fault) {}

    private Utf8() {}

    static Decoded decode(byte[] bytes, int length) {
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
        CharBuffer out = CharBuffer.allocate(length);
        CoderResult result = strict.decode(in, out, true);
        if (result.isUnderflow()) {
            return new Decoded(out.flip().toString(), null);
        }
        String fault = "Expected UTF-8, but found byte 0x%02X at byte %d of the row"
                .formatted(bytes[in.position()] & 0xFF, in.position() + 1);
        return new Decoded(new String(bytes, 0, length, StandardCharsets.UTF_8), fault);
    }
}

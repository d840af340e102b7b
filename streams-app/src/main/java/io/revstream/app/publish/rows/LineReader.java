package io.revstream.app.publish.rows;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Reads numbered lines of bytes. Of a line that is too long only the beginning is kept. */
final class LineReader implements Closeable {

    static final int MOST_BYTES = 1 << 20;

    /** A line. */
    static final class Line {

        private final long number;
        private final byte[] bytes;
        private final boolean tooLong;

        private Line(long number, byte[] bytes, boolean tooLong) {
            this.number = number;
            this.bytes = bytes;
            this.tooLong = tooLong;
        }

        /** From 1. */
        long number() {
            return number;
        }

        /** Its bytes, with the line end. */
        byte[] bytes() {
            return bytes;
        }

        /** Whether bytes beyond {@link #MOST_BYTES} were left out. */
        boolean tooLong() {
            return tooLong;
        }

        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                    return false;
                }
            }
            return true;
        }
    }

    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private long number;
    private long bytesRead;

    LineReader(InputStream in) {
        this.in = in;
    }

    long bytesRead() {
        return bytesRead;
    }

    /** The next line, or null at the end of the file. */
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean any = false;
        boolean tooLong = false;
        while (true) {
            if (position == filled && !fill()) {
                break;
            }
            any = true;
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            boolean complete = end < filled;
            int length = (complete ? end + 1 : end) - position;
            int kept = Math.min(length, MOST_BYTES - line.size());
            tooLong |= kept < length;
            line.write(buffer, position, kept);
            position += length;
            if (complete) {
                break;
            }
        }
        return any ? new Line(++number, line.toByteArray(), tooLong) : null;
    }

    private boolean fill() throws IOException {
        boolean first = bytesRead == 0;
        position = 0;
        filled = Math.max(0, first ? in.readNBytes(buffer, 0, BYTE_ORDER_MARK.length) : in.read(buffer));
        bytesRead += filled;
        if (first && startsWithByteOrderMark()) {
            return fill();
        }
        return filled > 0;
    }

    private boolean startsWithByteOrderMark() {
        if (filled < BYTE_ORDER_MARK.length) {
            return false;
        }
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if ((buffer[i] & 0xFF) != BYTE_ORDER_MARK[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

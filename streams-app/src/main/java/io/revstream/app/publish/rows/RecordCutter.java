package io.revstream.app.publish.rows;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Cuts a file into records of one or more lines, so that one broken record costs one line and not the rest of the file: after a fault, reading
 * resumes at the line behind the one on which the record began.
 */
final class RecordCutter implements Closeable {

    /**
     * A record.
     *
     * @param line line on which it begins, from 1
     * @param content its text without the last line end
     * @param fault what is wrong with its quotes or its length ("Expected ..., but ..."); null when nothing is
     */
    record Cut(long line, Utf8.Decoded content, String fault) {

        String text() {
            return content.text();
        }

        /** The fault of its quotes, its length or its bytes; null when there is none. */
        String anyFault() {
            return fault == null ? content.fault() : fault;
        }
    }

    /** Places within a CSV record. */
    private enum Place {
        FIELD_START,
        UNQUOTED,
        QUOTED,
        AFTER_QUOTE
    }

    private static final char NONE = '\0';

    private final LineReader lines;
    private final char separator;
    private final Deque<LineReader.Line> putBack = new ArrayDeque<>();

    private RecordCutter(InputStream in, char separator) {
        this.lines = new LineReader(in);
        this.separator = separator;
    }

    /** Each line is a record. */
    static RecordCutter ofLines(InputStream in) {
        return new RecordCutter(in, NONE);
    }

    /** A record goes on behind a line end that stands in double quotes. */
    static RecordCutter ofCsv(InputStream in, char separator) {
        return new RecordCutter(in, separator);
    }

    long bytesRead() {
        return lines.bytesRead();
    }

    /** The next record, or null after the last. Blank lines between records are left out. */
    Cut next() throws IOException {
        LineReader.Line first = take();
        while (first != null && first.isBlank()) {
            first = take();
        }
        if (first == null) {
            return null;
        }
        if (first.tooLong()) {
            return cut(first, "Expected a row of at most " + LineReader.MOST_BYTES + " bytes, but it is longer");
        }
        return separator == NONE ? cut(first, null) : quoted(first);
    }

    private Cut quoted(LineReader.Line first) throws IOException {
        List<LineReader.Line> further = new ArrayList<>();
        ByteArrayOutputStream record = new ByteArrayOutputStream(first.bytes().length);
        Place place = Place.FIELD_START;
        String fault = null;
        LineReader.Line line = first;
        while (true) {
            record.writeBytes(line.bytes());
            place = placeAfter(line.bytes(), place);
            if (place == null) {
                fault = "Expected a separator or a line end after a closing quote, but found other text";
                break;
            }
            if (place != Place.QUOTED) {
                break;
            }
            line = take();
            if (line == null) {
                fault = "Expected a closing quote, but the file ends";
                break;
            }
            further.add(line);
            if (line.tooLong() || record.size() + line.bytes().length > LineReader.MOST_BYTES) {
                fault = "Expected a closing quote within " + LineReader.MOST_BYTES + " bytes, but found none";
                break;
            }
        }
        if (fault == null) {
            return new Cut(first.number(), decodeWithoutLineEnd(record.toByteArray()), null);
        }
        for (int i = further.size() - 1; i >= 0; i--) {
            putBack.addFirst(further.get(i));
        }
        return cut(first, fault);
    }

    /** Where the line ends, or null when text follows a closing quote. */
    private Place placeAfter(byte[] line, Place before) {
        Place place = before;
        for (byte b : line) {
            char c = (char) (b & 0xFF);
            place = switch (place) {
                case FIELD_START -> c == '"' ? Place.QUOTED : c == separator ? Place.FIELD_START : Place.UNQUOTED;
                case UNQUOTED -> c == separator ? Place.FIELD_START : Place.UNQUOTED;
                case QUOTED -> c == '"' ? Place.AFTER_QUOTE : Place.QUOTED;
                case AFTER_QUOTE -> afterQuote(c);
            };
            if (place == null) {
                return null;
            }
        }
        return place;
    }

    private Place afterQuote(char c) {
        if (c == separator) {
            return Place.FIELD_START;
        }
        return switch (c) {
            case '"' -> Place.QUOTED;
            case ' ', '\t', '\r', '\n' -> Place.AFTER_QUOTE;
            default -> null;
        };
    }

    private LineReader.Line take() throws IOException {
        return putBack.isEmpty() ? lines.next() : putBack.removeFirst();
    }

    private static Cut cut(LineReader.Line line, String fault) {
        return new Cut(line.number(), decodeWithoutLineEnd(line.bytes()), fault);
    }

    private static Utf8.Decoded decodeWithoutLineEnd(byte[] bytes) {
        int length = bytes.length;
        if (length > 0 && bytes[length - 1] == '\n') {
            length--;
        }
        if (length > 0 && bytes[length - 1] == '\r') {
            length--;
        }
        return Utf8.decode(bytes, length);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

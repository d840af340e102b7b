package io.revstream.record;

/**
 * Turns text into the Java value of an Avro type.
 *
 * @param kind what kind of value it gives
 * @param reader reads a text that is not blank
 */
public record Conversion(Kind kind, Reader reader) {

    /** Reads one text. */
    public interface Reader {
        Object read(String text) throws Unfit;
    }

    /** Kinds of values. */
    public enum Kind {
        TEXT("a text"),
        NUMBER("a number"),
        TRUTH("true or false"),
        INSTANT("an instant"),
        DATE("a date"),
        CHOICE("a word"),
        LIST("a list");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** In messages. */
        public String words() {
            return words;
        }
    }

    public static final Conversion TEXT = new Conversion(Kind.TEXT, text -> text);

    public Object read(String text) throws Unfit {
        return reader.read(text);
    }
}

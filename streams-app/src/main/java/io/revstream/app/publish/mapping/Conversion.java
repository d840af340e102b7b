package io.revstream.app.publish.mapping;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelKind;

/**
 * Turns text into the Java value of an Avro type.
 *
 * @param kind what kind of value it gives
 * @param reader reads a text that is not blank
 */
record Conversion(Kind kind, Reader reader) {

    /** Reads one text. */
    interface Reader {
        Object read(String text) throws Unfit;
    }

    /** Kinds of values, with the results of expressions that make one. */
    enum Kind {
        TEXT("a text", CelKind.STRING, CelKind.INT, CelKind.UINT, CelKind.DOUBLE, CelKind.BOOL, CelKind.TIMESTAMP),
        NUMBER("a number", CelKind.STRING, CelKind.INT, CelKind.UINT, CelKind.DOUBLE),
        TRUTH("true or false", CelKind.STRING, CelKind.BOOL),
        INSTANT("an instant", CelKind.STRING, CelKind.TIMESTAMP),
        DATE("a date", CelKind.STRING, CelKind.TIMESTAMP),
        CHOICE("a word", CelKind.STRING),
        LIST("a list", CelKind.STRING, CelKind.LIST);

        private final String words;
        private final ImmutableSet<CelKind> madeFrom;

        Kind(String words, CelKind... madeFrom) {
            this.words = words;
            this.madeFrom = ImmutableSet.copyOf(madeFrom);
        }

        boolean isMadeFrom(CelKind result) {
            return result == CelKind.DYN || madeFrom.contains(result);
        }

        String words() {
            return words;
        }
    }

    static final Conversion TEXT = new Conversion(Kind.TEXT, text -> text);

    Object read(String text) throws Unfit {
        return reader.read(text);
    }
}

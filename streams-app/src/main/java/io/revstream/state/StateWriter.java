package io.revstream.state;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Writes state into a growing byte array. Values must not be null, but where a method says so. Equal values give equal bytes: maps
 * and sets are written in key order.
 */
public final class StateWriter {

    private byte[] bytes;
    private int size;

    public StateWriter() {
        this(256);
    }

    /** Starts with room for that many bytes. */
    public StateWriter(int room) {
        bytes = new byte[room];
    }

    /** What was written, as an array of its own. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Forgets what was written, so that the writer can be used again. */
    public void reset() {
        size = 0;
    }

    /** The version of the form that follows, from 1. */
    public void version(int version) {
        unsigned(version);
    }

    public void flag(boolean value) {
        room(1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    /** A number that is seldom below zero: small ones take few bytes. */
    public void unsigned(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A number that may be below zero: those near zero take few bytes. */
    public void signed(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    /** Eight bytes as they are, such as a hash. */
    public void fixed(long value) {
        room(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    public void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A text, or null. */
    public void optionalText(String value) {
        flag(value != null);
        if (value != null) {
            text(value);
        }
    }

    public void bytes(byte[] value) {
        unsigned(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    /** An instant in whole milliseconds, as events have it; a finer one would not come back equal and is refused. */
    public void instant(Instant value) {
        long millis = value.toEpochMilli();
        if (!Instant.ofEpochMilli(millis).equals(value)) {
            throw new IllegalArgumentException("Expected an instant in whole milliseconds, but got " + value);
        }
        signed(millis);
    }

    /** An instant in whole milliseconds, or null. */
    public void optionalInstant(Instant value) {
        optional(value, StateWriter::instant);
    }

    public void decimal(BigDecimal value) {
        signed(value.scale());
        bytes(value.unscaledValue().toByteArray());
    }

    /** A constant of an enum by its name, so that constants may be added anywhere. */
    public void constant(Enum<?> value) {
        text(value.name());
    }

    /** A value, or null. */
    public <T> void optional(T value, BiConsumer<StateWriter, ? super T> write) {
        flag(value != null);
        if (value != null) {
            write.accept(this, value);
        }
    }

    /** Elements in the order of the collection, which must be a defined one. */
    public <T> void list(Collection<? extends T> values, BiConsumer<StateWriter, ? super T> write) {
        unsigned(values.size());
        for (T value : values) {
            write.accept(this, value);
        }
    }

    /** Words in their natural order. */
    public void words(Collection<String> words) {
        String[] sorted = words.toArray(new String[0]);
        Arrays.sort(sorted);
        unsigned(sorted.length);
        for (String word : sorted) {
            text(word);
        }
    }

    /** Entries in the natural order of their keys. */
    public <V> void map(Map<String, ? extends V> map, BiConsumer<StateWriter, ? super V> write) {
        boolean ordered = map instanceof SortedMap<String, ? extends V> sorted && sorted.comparator() == null;
        unsigned(map.size());
        (ordered ? map : new TreeMap<String, V>(map)).forEach((key, value) -> {
            text(key);
            write.accept(this, value);
        });
    }

    private void room(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}

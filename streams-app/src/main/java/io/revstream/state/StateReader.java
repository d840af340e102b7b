package io.revstream.state;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads what a {@link StateWriter} wrote, in the same order. What cannot be read is an {@link UnreadableState}. */
public final class StateReader {

    private final byte[] bytes;
    private int at;

    public StateReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The version of the form that follows.
     *
     * @param of what the form is of, for the message
     * @param newest the newest version that the caller knows
     */
    public int version(String of, int newest) {
        long version = unsigned();
        if (version < 1 || version > newest) {
            throw new UnreadableState("Expected " + of + " of version 1 to " + newest + ", but found version " + version
                    + " before byte " + at + " of " + bytes.length);
        }
        return (int) version;
    }

    /** Fails unless everything was read. */
    public void end() {
        if (at != bytes.length) {
            throw new UnreadableState("Expected the end at byte " + at + ", but there are " + bytes.length + " bytes");
        }
    }

    public boolean flag() {
        byte value = bytes[take(1)];
        if (value < 0 || value > 1) {
            throw new UnreadableState("Expected 0 or 1 at byte " + (at - 1) + ", but found " + value);
        }
        return value == 1;
    }

    public long unsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = bytes[take(1)];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new UnreadableState("Expected a number of at most 10 bytes before byte " + at + ", but it goes on");
    }

    public long signed() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    public long fixed() {
        int from = take(8);
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | (bytes[from + i] & 0xFF);
        }
        return value;
    }

    public String text() {
        int length = size();
        return new String(bytes, take(length), length, StandardCharsets.UTF_8);
    }

    /** A text, or null. */
    public String optionalText() {
        return flag() ? text() : null;
    }

    public byte[] bytes() {
        int length = size();
        int from = take(length);
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    public Instant instant() {
        return Instant.ofEpochMilli(signed());
    }

    /** An instant, or null. */
    public Instant optionalInstant() {
        return flag() ? instant() : null;
    }

    public BigDecimal decimal() {
        int scale = Math.toIntExact(signed());
        return new BigDecimal(new BigInteger(bytes()), scale);
    }

    public <E extends Enum<E>> E constant(Class<E> type) {
        String name = text();
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            throw new UnreadableState(
                    "Expected a " + type.getSimpleName() + " before byte " + at + ", but found " + name);
        }
    }

    /** A value, or null. */
    public <T> T optional(Function<StateReader, ? extends T> read) {
        return flag() ? read.apply(this) : null;
    }

    /** An unmodifiable list. */
    public <T> List<T> list(Function<StateReader, ? extends T> read) {
        int size = size();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(read.apply(this));
        }
        return Collections.unmodifiableList(values);
    }

    /** The element of a list read before, by its position. */
    public <T> T element(List<T> list) {
        long position = unsigned();
        if (position < 0 || position >= list.size()) {
            throw new UnreadableState(
                    "Expected a position below " + list.size() + " before byte " + at + ", but found " + position);
        }
        return list.get((int) position);
    }

    /** An unmodifiable set in natural order. */
    public Set<String> words() {
        int size = size();
        SortedSet<String> words = new TreeSet<>();
        for (int i = 0; i < size; i++) {
            words.add(text());
        }
        return Collections.unmodifiableSortedSet(words);
    }

    /** An unmodifiable map in key order. */
    public <V> Map<String, V> map(Function<StateReader, ? extends V> read) {
        int size = size();
        TreeMap<String, V> map = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            map.put(text(), read.apply(this));
        }
        return Collections.unmodifiableSortedMap(map);
    }

    /** A length or a count; every element takes a byte at least, so that more than what is left cannot be true. */
    private int size() {
        long size = unsigned();
        if (size < 0 || size > bytes.length - at) {
            throw cutOff(size);
        }
        return (int) size;
    }

    private int take(int count) {
        if (count > bytes.length - at) {
            throw cutOff(count);
        }
        int from = at;
        at += count;
        return from;
    }

    private UnreadableState cutOff(long expected) {
        return new UnreadableState("Expected " + expected + " more bytes at byte " + at + ", but only "
                + (bytes.length - at) + " of " + bytes.length + " are left");
    }
}

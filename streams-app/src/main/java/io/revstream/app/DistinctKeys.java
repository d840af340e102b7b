package io.revstream.app;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Counts different keys by 64-bit hashes, in some 16 bytes for each: a table of open addresses. Among ten million keys the chance that
 * any two share a hash is one in three hundred thousand.
 */
final class DistinctKeys {

    private long[] table = new long[1024];
    private int count;

    void add(String key) {
        if (2 * count >= table.length) {
            grow();
        }
        long hash = hash(key);
        if (insert(table, hash)) {
            count++;
        }
    }

    long count() {
        return count;
    }

    private void grow() {
        long[] larger = new long[2 * table.length];
        Arrays.stream(table).filter(hash -> hash != 0).forEach(hash -> insert(larger, hash));
        table = larger;
    }

    private static boolean insert(long[] table, long hash) {
        int place = (int) hash & (table.length - 1);
        while (table[place] != 0) {
            if (table[place] == hash) {
                return false;
            }
            place = (place + 1) & (table.length - 1);
        }
        table[place] = hash;
        return true;
    }

    /** FNV-1a with the final mix of MurmurHash3; 0 marks a free place and is no hash. */
    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}

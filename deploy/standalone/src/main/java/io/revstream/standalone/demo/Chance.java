package io.revstream.standalone.demo;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that follows from a seed and a name: the same two always give the same, in whatever order they are asked for. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed, String name) {
        long mixed = seed;
        for (int i = 0; i < name.length(); i++) {
            mixed = (mixed ^ name.charAt(i)) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 29;
        }
        random = new SplittableRandom(mixed);
    }

    /** True that many times out of a hundred. */
    boolean percent(int times) {
        return random.nextInt(100) < times;
    }

    /** A number below another; 0 when that is 0. */
    int below(int bound) {
        return bound == 0 ? 0 : random.nextInt(bound);
    }

    /** A number from one to another, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    Duration minutes(int least, int most) {
        return Duration.ofSeconds(random.nextLong(least * 60L, most * 60L + 1));
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

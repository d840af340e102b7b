package io.revstream.lifecycle;

import java.util.function.Supplier;

/** One condition of a promotion, as it was found. The texts are made when asked for: most checks are never shown. */
public final class Check {

    private final String condition;
    private final boolean met;
    private final Supplier<String> found;
    private final Supplier<String> needed;

    Check(String condition, boolean met, Supplier<String> found, Supplier<String> needed) {
        this.condition = condition;
        this.met = met;
        this.found = found;
        this.needed = needed;
    }

    /** What was asked, in a word or two. */
    public String condition() {
        return condition;
    }

    public boolean met() {
        return met;
    }

    /** What was found, with figures. */
    public String found() {
        return found.get();
    }

    /** What is needed, with figures. */
    public String needed() {
        return needed.get();
    }

    @Override
    public String toString() {
        return condition + ": " + found() + (met ? ", as needed: " : ", but needed: ") + needed();
    }
}

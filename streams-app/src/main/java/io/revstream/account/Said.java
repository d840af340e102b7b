package io.revstream.account;

import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;

/**
 * What an account has said to others and still stands, so that it is said once.
 *
 * @param committee whether a buying committee was told (ACC-08)
 * @param ownerless whether it was told that the named account has no owner (ACC-02)
 * @param contested whether it was told that several claim this domain
 * @param name what an index of names was told; null for nothing
 */
record Said(boolean committee, boolean ownerless, boolean contested, Name name) {

    static final Said NOTHING = new Said(false, false, false, null);

    private static final int VERSION = 1;

    /**
     * A name that was stated.
     *
     * @param index key of the index
     * @param name as written
     */
    record Name(String index, String name) {}

    Said committee(boolean now) {
        return new Said(now, ownerless, contested, name);
    }

    Said ownerless(boolean now) {
        return new Said(committee, now, contested, name);
    }

    Said contested(boolean now) {
        return new Said(committee, ownerless, now, name);
    }

    Said named(Name now) {
        return new Said(committee, ownerless, contested, now);
    }

    void write(StateWriter out) {
        out.version(VERSION);
        out.flag(committee);
        out.flag(ownerless);
        out.flag(contested);
        out.optional(name, (to, stated) -> {
            to.text(stated.index());
            to.text(stated.name());
        });
    }

    static Said read(StateReader in) {
        in.version("what an account said", VERSION);
        return new Said(in.flag(), in.flag(), in.flag(), in.optional(from -> new Name(from.text(), from.text())));
    }
}

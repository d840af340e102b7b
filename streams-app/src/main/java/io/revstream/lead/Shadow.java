package io.revstream.lead;

import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;

/**
 * What a challenger policy has made of a lead so far.
 *
 * @param version the challenger's; null when none ran
 * @param promotedPass the latest pass in which the challenger would have promoted it; 0 for none
 * @param differs whether a difference was reported that still stands
 */
record Shadow(String version, int promotedPass, boolean differs) {

    static final Shadow NONE = new Shadow(null, 0, false);

    private static final int VERSION = 1;

    void write(StateWriter out) {
        out.version(VERSION);
        out.optionalText(version);
        out.unsigned(promotedPass);
        out.flag(differs);
    }

    static Shadow read(StateReader in) {
        in.version("a shadow", VERSION);
        return new Shadow(in.optionalText(), Math.toIntExact(in.unsigned()), in.flag());
    }
}

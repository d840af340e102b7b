package io.revstream.lead;

import io.revstream.lifecycle.Standing;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;

/**
 * What a challenger policy has made of a lead so far.
 *
 * @param version the challenger's; null when none ran
 * @param promotedPass the latest pass in which the challenger would have promoted it; 0 for none
 * @param differingPass the pass of which a difference was reported that still stands; 0 for none
 * @param unpromoted where the lead would stand in that pass if only the challenger could promote it; null unless the active policy alone
 *     has promoted it
 */
record Shadow(String version, int promotedPass, int differingPass, Standing unpromoted) {

    static final Shadow NONE = new Shadow(null, 0, 0, null);

    private static final int VERSION = 1;

    /** A challenger that sees the lead for the first time takes a promotion that was made before as given. */
    static Shadow begin(String version, int promotedPass) {
        return new Shadow(version, promotedPass, 0, null);
    }

    Shadow promoted(int pass) {
        return new Shadow(version, pass, differingPass, null);
    }

    Shadow differs(int pass, Standing withoutPromotion) {
        return new Shadow(version, promotedPass, pass, withoutPromotion);
    }

    Shadow agrees() {
        return new Shadow(version, promotedPass, 0, null);
    }

    void write(StateWriter out) {
        out.version(VERSION);
        out.optionalText(version);
        out.unsigned(promotedPass);
        out.unsigned(differingPass);
        out.optional(unpromoted, (to, standing) -> standing.write(to));
    }

    static Shadow read(StateReader in) {
        in.version("a shadow", VERSION);
        return new Shadow(
                in.optionalText(),
                Math.toIntExact(in.unsigned()),
                Math.toIntExact(in.unsigned()),
                in.optional(Standing::read));
    }
}

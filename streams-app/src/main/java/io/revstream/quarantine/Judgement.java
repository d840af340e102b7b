package io.revstream.quarantine;

import io.revstream.state.Occurrence;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;

/**
 * What was said about an activity.
 *
 * @param human whether it was that of a person
 * @param verdict the event that says so
 */
public record Judgement(boolean human, Occurrence verdict) {

    void write(StateWriter out) {
        out.flag(human);
        verdict.write(out);
    }

    static Judgement read(StateReader in) {
        return new Judgement(in.flag(), Occurrence.read(in));
    }
}

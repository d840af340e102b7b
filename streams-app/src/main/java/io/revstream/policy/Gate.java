package io.revstream.policy;

import java.util.List;

/**
 * A gate: what must hold, all of it. It asks for recorded facts only, so that nobody's word alone opens it (LIF-20).
 *
 * @param has attributes or facts that must be known
 * @param facts tests of attributes or facts
 * @param did what must have been done
 */
public record Gate(List<String> has, List<Condition> facts, List<SignalCount> did) {

    /** In plain words. */
    public String words() {
        return RuleWords.gate(this);
    }
}

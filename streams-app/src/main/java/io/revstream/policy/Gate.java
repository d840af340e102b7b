package io.revstream.policy;

import java.util.List;

/**
 * A gate: what must hold, all of it. It asks for recorded facts only, so that nobody's word alone opens it (LIF-20).
 *
 * @param has attributes or facts that must be known
 * @param facts tests of attributes or facts
 * @param did what must have been done
 */
public record Gate(List<String> has, List<Condition> facts, List<Doing> did) {

    /**
     * Activities that must have occurred.
     *
     * @param any signals of which any counts
     * @param atLeast how many are needed, from 1
     * @param within the window in which as many must lie; null for any time
     */
    public record Doing(List<Signal> any, int atLeast, Span within) {

        /** In plain words. */
        public String words() {
            return RuleWords.doing(this);
        }
    }

    /** In plain words. */
    public String words() {
        return RuleWords.gate(this);
    }
}

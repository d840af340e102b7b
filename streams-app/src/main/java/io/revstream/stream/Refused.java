package io.revstream.stream;

/** A record that cannot be decided: it goes to the dead letters with this code and reason. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final DeadLetterCode code;
    private transient RuntimeException bug;

    Refused(DeadLetterCode code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    /** A bug, told with its cause; the stack trace goes to the log. */
    static Refused byFailure(RuntimeException bug) {
        Refused refused = new Refused(DeadLetterCode.FAILED, "Expected a decision, but the decider failed: " + bug);
        refused.bug = bug;
        return refused;
    }

    /** The bug, or null when the record itself is to blame. */
    RuntimeException bug() {
        return bug;
    }

    DeadLetterCode code() {
        return code;
    }
}

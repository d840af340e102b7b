package io.revstream.lifecycle;

/** Beside the stage, which stays as it is (LIF-15). */
public enum Status {
    ACTIVE,
    /** Rejected by sales, and nurtured until it qualifies again. */
    RECYCLED,
    /** Rejected by sales for good (LIF-16). */
    ARCHIVED,
    /** Its deal was lost (LIF-22). */
    CLOSED_LOST
}

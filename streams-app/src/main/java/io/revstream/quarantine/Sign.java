package io.revstream.quarantine;

/** What makes an activity suspect. */
public enum Sign {
    /** Its producer says that it is a machine's. */
    FLAG,
    /** Its user agent is that of a machine. */
    USER_AGENT,
    /** It follows a sending sooner than a person can read. */
    AFTER_SEND,
    /** It is one of several links that were clicked faster than a person can. */
    BURST
}

package io.revstream.stream;

/** Why a record was refused. */
public enum DeadLetterCode {
    /** The record has no key, so that no aggregate can be found for it. */
    MISSING_KEY,
    /** The record lies on a partition to which its key does not belong: the aggregate lives elsewhere. */
    WRONG_PARTITION,
    /** The record has no value. */
    EMPTY_VALUE,
    /** The value does not begin with the wire format's magic byte and a schema id. */
    NOT_AVRO,
    /** The registry has no schema of that id. */
    UNKNOWN_SCHEMA,
    /** The schema is of another event than the topic holds. */
    WRONG_TYPE,
    /** The bytes do not match their schema. */
    UNDECODABLE,
    /** The event breaks the contract of its schema: a blank id, or a policy document with errors. */
    INVALID,
    /** The event or its record lies in the future. */
    FROM_THE_FUTURE,
    /** No policy has been published yet. */
    NO_POLICY,
    /** The decider refused it with a reason: the event contradicts a rule of the policy, or has no payload, or several. */
    REFUSED,
    /** A bug: the decider failed. */
    FAILED
}

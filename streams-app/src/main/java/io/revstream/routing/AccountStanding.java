package io.revstream.routing;

/**
 * What the account of a lead brings to the choice.
 *
 * @param named true for a named account
 * @param ownerKnown true when the account has an owner, and the owner's team is known
 * @param chosen true when an owner was chosen for an earlier contact of the account
 */
public record AccountStanding(boolean named, boolean ownerKnown, boolean chosen) {}

package io.revstream.lead;

import io.revstream.events.RoutingReason;

/**
 * Why a lead is taken away from its owner.
 *
 * @param preferred who gets it if he can; nobody for the next of the rotation
 */
record Takeover(RoutingReason reason, Preferred preferred) {}

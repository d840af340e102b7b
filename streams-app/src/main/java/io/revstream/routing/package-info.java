/**
 * Who gets a lead: the tree that chooses a team or an owner, the roster of a team, the turns its reps take, and the queue of leads
 * that wait for one. Pure functions of state, policy and instant; the deciders of accounts and teams compose them.
 */
package io.revstream.routing;

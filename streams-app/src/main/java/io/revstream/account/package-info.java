/**
 * An account: which branch of the routing tree its leads take, and that all its contacts go to one owner. Reps are not counted here.
 */
package io.revstream.account;

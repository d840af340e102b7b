/**
 * The compact binary form of state: what an aggregate's codec writes, byte for byte the same for equal values. Knows no aggregate;
 * each state part has its own {@code write} and {@code read} beside it, and starts with a version.
 */
package io.revstream.state;

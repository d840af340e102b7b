/**
 * How fast leads get their first contact, and which clocks and handoffs keep their windows: figures from decisions that were made. Pure;
 * nothing is decided here, and deciders are not known.
 */
package io.revstream.speed;

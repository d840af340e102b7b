/**
 * A lead: its decider composes profile, scoring, lifecycle and clocks; its topology tells what comes in and goes out. Other aggregates are
 * not known here but by their events.
 */
package io.revstream.lead;

/**
 * Business calendars, SLA clocks and their escalation chains: pure arithmetic on instants, and what a lead's or deal's clocks make of
 * a start, a stop, a step that is due, or evidence that arrives late. Knows neither leads nor deals, and asks no clock for the time.
 */
package io.revstream.sla;

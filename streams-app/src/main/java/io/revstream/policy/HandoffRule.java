package io.revstream.policy;

import java.util.List;

/**
 * One department hands a lead to another when it enters a stage (GEN-03).
 *
 * @param handoff name of it
 * @param from who hands over; null where nobody is named
 * @param to who receives, and is accountable from then on
 * @param passes names of facts that are passed
 * @param clock the SLA clock that times the answer, and escalates without one
 */
public record HandoffRule(String handoff, String from, String to, List<String> passes, String clock) {}

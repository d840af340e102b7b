/**
 * Where a deal stands in the pipeline, and what is wrong with the way it got there: pure checks whose findings are data. Timers, and
 * what becomes of a lead when its deal moves, are the decider's.
 */
package io.revstream.pipeline;

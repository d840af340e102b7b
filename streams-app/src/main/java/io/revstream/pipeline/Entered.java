package io.revstream.pipeline;

import io.revstream.state.Occurrence;

/**
 * A deal entered a stage.
 *
 * @param by the event that moved it
 */
record Entered(String stage, Occurrence by) {}

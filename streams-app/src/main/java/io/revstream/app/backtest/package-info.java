/** Gathers from a run of a history what each lead was before its outcome, and tells people what came of it. The figures are calibration's. */
package io.revstream.app.backtest;

package io.revstream.calibration;

/** How a lead's way ended; the closed ones are won or lost. */
public enum Outcome {
    WON,
    LOST,
    OPEN
}

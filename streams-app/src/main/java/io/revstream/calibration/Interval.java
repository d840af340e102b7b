package io.revstream.calibration;

/** From and to, both as shares of one. */
public record Interval(double from, double to) {

    public boolean holds(double value) {
        return from <= value && value <= to;
    }
}

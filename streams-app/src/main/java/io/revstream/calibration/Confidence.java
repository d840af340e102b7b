package io.revstream.calibration;

/** How sure an interval is to hold the true figure. */
public enum Confidence {
    P80(0.80, 1.281552),
    P90(0.90, 1.644854),
    P95(0.95, 1.959964),
    P99(0.99, 2.575829);

    private final double share;
    private final double z;

    /** @param z the quantile of the standard normal distribution, two-sided */
    Confidence(double share, double z) {
        this.share = share;
        this.z = z;
    }

    /** How often it is wrong. */
    double error() {
        return 1 - share;
    }

    double z() {
        return z;
    }

    /** @param percent 80, 90, 95 or 99, as the policy's schema admits */
    public static Confidence of(int percent) {
        return valueOf("P" + percent);
    }
}

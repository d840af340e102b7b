package io.revstream.calibration;

/** How sure an interval is to hold the true figure. */
public enum Confidence {
    P80(1.281552),
    P90(1.644854),
    P95(1.959964),
    P99(2.575829);

    private final double z;

    /** @param z the quantile of the standard normal distribution, two-sided */
    Confidence(double z) {
        this.z = z;
    }

    double z() {
        return z;
    }

    /** @param percent 80, 90, 95 or 99, as the policy's schema admits */
    public static Confidence of(int percent) {
        return valueOf("P" + percent);
    }
}

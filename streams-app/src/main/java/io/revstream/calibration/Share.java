package io.revstream.calibration;

/** Some of a number of cases. Few cases say little: the interval tells how little. */
public record Share(int hits, int of) {

    public boolean isKnown() {
        return of > 0;
    }

    /** From 0 to 1; not a number without cases. */
    public double rate() {
        return of == 0 ? Double.NaN : (double) hits / of;
    }

    /** Wilson's score interval of the rate; all of 0 to 1 without cases. */
    public Interval interval(Confidence confidence) {
        if (of == 0) {
            return new Interval(0, 1);
        }
        double z = confidence.z();
        double square = z * z / of;
        double centre = (rate() + square / 2) / (1 + square);
        double half = z / (1 + square) * Math.sqrt(rate() * (1 - rate()) / of + square / (4 * of));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /** Newcombe's interval of this rate less the other's, made of Wilson's intervals (his method 10). */
    public Interval minus(Share other, Confidence confidence) {
        if (of == 0 || other.of == 0) {
            return new Interval(-1, 1);
        }
        Interval mine = interval(confidence);
        Interval theirs = other.interval(confidence);
        double difference = rate() - other.rate();
        double down = Math.hypot(rate() - mine.from(), theirs.to() - other.rate());
        double up = Math.hypot(mine.to() - rate(), other.rate() - theirs.from());
        return new Interval(difference - down, difference + up);
    }

    /**
     * How likely it is to have so few hits or fewer beside the other's, if both had the same rate: Fisher's exact test, one-sided. Unlike
     * the intervals it holds for the smallest numbers too.
     */
    public double chanceOfSoFew(Share other) {
        int all = of + other.of;
        int allHits = hits + other.hits;
        double ways = logWays(all, of);
        double chance = 0;
        for (int fewer = Math.max(0, of - (all - allHits)); fewer <= hits; fewer++) {
            chance += Math.exp(logWays(allHits, fewer) + logWays(all - allHits, of - fewer) - ways);
        }
        return chance;
    }

    /** The logarithm of how many ways there are to choose. */
    private static double logWays(int from, int choose) {
        double log = 0;
        for (int i = 1; i <= choose; i++) {
            log += Math.log((double) (from - choose + i) / i);
        }
        return log;
    }
}

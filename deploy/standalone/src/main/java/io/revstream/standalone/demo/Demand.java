package io.revstream.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who turns up when. */
final class Demand {

    /** Live, an hour's story is told in a minute, or nobody would see it. */
    private static final double LIVE_HASTE = 60;

    private final long seed;
    private final Company company;
    private final Offices offices;

    Demand(long seed, Company company, Offices offices) {
        this.seed = seed;
        this.company = company;
        this.offices = offices;
    }

    /** What prospects who turn up in an hour of the past do, then and later. */
    List<Happening> hour(int number, Instant from) {
        boolean day = offices.anybodyWorks(from, from.plus(Duration.ofHours(1)));
        String name = "h" + number;
        int visitors = new Chance(seed, name).between(day ? 9 : 1, day ? 17 : 2);
        return prospects(name, from, Duration.ofHours(1), visitors, 1);
    }

    /** What prospects who turn up in a minute of the present do. */
    List<Happening> minute(Instant from) {
        String name = "m" + from.getEpochSecond() / 60;
        int visitors = new Chance(seed, name).between(10, 18);
        return prospects(name, from, Duration.ofMinutes(1), visitors, LIVE_HASTE);
    }

    private List<Happening> prospects(String slot, Instant from, Duration length, int visitors, double haste) {
        List<Happening> happenings = new ArrayList<>();
        for (int i = 0; i < visitors; i++) {
            String id = "lead-" + slot + "-" + i;
            Chance chance = new Chance(seed, id);
            Instant begin =
                    from.plus(length.multipliedBy(i).dividedBy(visitors)).plusMillis(chance.below(1000));
            happenings.addAll(Journey.of(Prospect.of(id, company, chance), begin, haste, chance));
        }
        return happenings;
    }
}

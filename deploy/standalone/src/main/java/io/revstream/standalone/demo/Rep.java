package io.revstream.standalone.demo;

import java.time.ZoneId;

/**
 * A rep of the demo's company.
 *
 * @param diligence of a hundred leads, how many get a timely answer
 */
record Rep(String id, String name, String team, ZoneId zone, int diligence) {

    static Rep of(String name, String team, String zone, int diligence) {
        return new Rep(Words.slug(name), name, team, ZoneId.of(zone), diligence);
    }

    /** The same person in another team. */
    Rep in(String other) {
        return new Rep(id, name, other, zone, diligence);
    }
}

package io.revstream.quarantine;

import java.util.List;

/**
 * What an input changed in a quarantine.
 *
 * @param after the quarantine after it
 * @param admitted activities that count from now on, the new one among them if it does
 * @param withdrawn those that counted, and do not any more
 * @param suspected those that wait from now on
 * @param settled those that waited, and do not any more
 * @param evicted those that waited, and had to make room for later ones: they never count
 */
public record Movement(
        Quarantine after,
        List<Sighting> admitted,
        List<Sighting> withdrawn,
        List<Sighting> suspected,
        List<Sighting> settled,
        List<Sighting> evicted) {}

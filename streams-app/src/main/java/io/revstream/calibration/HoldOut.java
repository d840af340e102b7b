package io.revstream.calibration;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A part of the leads that is kept out of the search for figures, so that these can be judged on leads that they never saw. Which leads
 * depends on their ids alone: the CRC-32 of the id's UTF-8 bytes, modulo 100, lies below the percentage.
 *
 * @param percent of the leads, from 0 (none) to below 100
 */
public record HoldOut(int percent) {

    public static final HoldOut NONE = new HoldOut(0);

    private static final int HUNDRED = 100;

    public HoldOut {
        if (percent < 0 || percent >= HUNDRED) {
            throw new IllegalArgumentException("Expected 0 to 99 percent, but found " + percent);
        }
    }

    /** Those among which figures are searched. */
    public List<LeadCase> searched(Collection<LeadCase> cases) {
        return cases.stream().filter(lead -> !holds(lead.leadId())).toList();
    }

    /** Those on which figures are judged: the ones held out, or all when none are. */
    public List<LeadCase> judged(Collection<LeadCase> cases) {
        return cases.stream()
                .filter(lead -> percent == 0 || holds(lead.leadId()))
                .toList();
    }

    boolean holds(String leadId) {
        CRC32 crc = new CRC32();
        crc.update(leadId.getBytes(StandardCharsets.UTF_8));
        return crc.getValue() % HUNDRED < percent;
    }
}

package io.revstream.calibration;

import io.revstream.calibration.Mql.Verdict;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What sales decided on MQLs.
 *
 * @param accepted how many were accepted, of those decided on
 * @param reasons rejections and disqualifications by reason code; rejections without a code under {@value #NO_CODE}
 */
public record Decided(Share accepted, SortedMap<String, Integer> reasons) {

    static final String NO_CODE = "none";

    public Decided {
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    }

    static Decided on(Collection<Mql> mqls) {
        int accepted = 0;
        int rejected = 0;
        SortedMap<String, Integer> reasons = new TreeMap<>();
        for (Mql mql : mqls) {
            accepted += mql.verdict() == Verdict.ACCEPTED ? 1 : 0;
            rejected += mql.verdict() == Verdict.REJECTED ? 1 : 0;
            if (mql.verdict() == Verdict.REJECTED || mql.reasonCode() != null) {
                reasons.merge(mql.reasonCode() == null ? NO_CODE : mql.reasonCode(), 1, Integer::sum);
            }
        }
        return new Decided(new Share(accepted, accepted + rejected), reasons);
    }

    public int rejected() {
        return accepted.of() - accepted.hits();
    }

    /** How many of the reasons given are one of these codes. */
    Share withCodes(Collection<String> codes) {
        int hits = 0;
        for (String code : codes) {
            hits += reasons.getOrDefault(code, 0);
        }
        return new Share(
                hits, reasons.values().stream().mapToInt(Integer::intValue).sum());
    }
}

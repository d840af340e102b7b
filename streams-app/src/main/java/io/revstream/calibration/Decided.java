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
 * @param reasons rejections by reason code; those without a code under {@value #NO_CODE}
 */
public record Decided(Share accepted, SortedMap<String, Integer> reasons) {

    static final String NO_CODE = "none";

    public Decided {
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    }

    static Decided on(Collection<Mql> mqls) {
        int accepted = 0;
        SortedMap<String, Integer> reasons = new TreeMap<>();
        for (Mql mql : mqls) {
            if (mql.verdict() == Verdict.ACCEPTED) {
                accepted++;
            } else if (mql.verdict() == Verdict.REJECTED) {
                reasons.merge(mql.reasonCode() == null ? NO_CODE : mql.reasonCode(), 1, Integer::sum);
            }
        }
        int rejected = reasons.values().stream().mapToInt(Integer::intValue).sum();
        return new Decided(new Share(accepted, accepted + rejected), reasons);
    }

    public int rejected() {
        return accepted.of() - accepted.hits();
    }

    /** How many of the rejections have one of these codes. */
    Share withCodes(Collection<String> codes) {
        int hits = 0;
        for (String code : codes) {
            hits += reasons.getOrDefault(code, 0);
        }
        return new Share(hits, rejected());
    }
}

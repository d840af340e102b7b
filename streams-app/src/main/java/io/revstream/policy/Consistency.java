package io.revstream.policy;

import java.util.Map;

/** Whether what is known of a lead can be true together: a region (ISO 3166-2, {@code US-CA}) lies in its country. */
final class Consistency {

    static final String REGION = "region";
    static final String COUNTRY = "country";

    private Consistency() {}

    /** The country of a region; null when its name does not tell it. */
    static String country(String region) {
        return region.matches("[a-z]{2}-.+") ? region.substring(0, 2) : null;
    }

    /** What a sample tells of the country; null for nothing. */
    static String told(String attribute, Sample sample) {
        if (sample.words().size() != 1) {
            return null;
        }
        String word = sample.words().iterator().next();
        return attribute.equals(REGION) ? country(word) : attribute.equals(COUNTRY) ? word : null;
    }

    static boolean holds(Map<String, Sample> lead) {
        String byRegion = told(REGION, lead.getOrDefault(REGION, Sample.NOT_KNOWN));
        String stated = told(COUNTRY, lead.getOrDefault(COUNTRY, Sample.NOT_KNOWN));
        return byRegion == null || stated == null || byRegion.equals(stated);
    }
}

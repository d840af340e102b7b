package io.revstream.standalone.demo;

/**
 * A company that may buy.
 *
 * @param region ISO 3166-2 without a country's own where it has none; null then
 * @param owner the rep who owns it; null when nobody does
 * @param tier ABM tier; 0 for none
 */
record Account(
        String id,
        String name,
        String domain,
        String industry,
        int employees,
        String country,
        String region,
        Rep owner,
        int tier,
        boolean customer) {

    boolean isNamed() {
        return owner != null;
    }
}

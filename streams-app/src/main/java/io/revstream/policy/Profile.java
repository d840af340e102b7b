package io.revstream.policy;

import java.time.LocalDate;

/**
 * What a policy was chosen for (GEN-05). Nothing is decided by it but lint warnings.
 *
 * @param motion product-led, sales-led or hybrid; null when not stated
 * @param contractValue yearly contract value; null when not stated
 * @param lastCalibrated null when never
 */
public record Profile(String motion, ContractValue contractValue, LocalDate lastCalibrated) {

    /** Range of the yearly contract value, in whole units of {@code currency} (ISO 4217). */
    public record ContractValue(long from, long to, String currency) {}
}

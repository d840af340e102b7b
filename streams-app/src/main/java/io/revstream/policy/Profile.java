package io.revstream.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a policy was chosen for: {@link PresetChoice} and {@link ProfileDefaults} make a policy of it (GEN-05). Once the policy is there it
 * decides nothing but lint warnings; what is not stated blocks nothing.
 *
 * @param motion product-led, sales-led or hybrid; null when not stated
 * @param contractValue yearly contract value; null when not stated
 * @param cycle from the first touch to closed-won; null when not stated
 * @param stack systems in use by what they are for: crm, marketingAutomation, scheduling, enrichment
 * @param leadsPerMonth null when not stated
 * @param mqlDefinition what counts as an MQL at the outset, in words; null when not stated
 * @param stickingPoints where the funnel is known to stick
 * @param slaHours hours that sales has by agreement for a first response, 0 for no agreement; null when not stated
 * @param goal what the company wants of it; null when not stated
 * @param fallbackModel scoring model for contract values that no example model covers; null when not stated
 * @param lastCalibrated null when never
 */
public record Profile(
        String motion,
        ContractValue contractValue,
        Span cycle,
        Map<String, String> stack,
        Long leadsPerMonth,
        String mqlDefinition,
        List<String> stickingPoints,
        Integer slaHours,
        String goal,
        String fallbackModel,
        LocalDate lastCalibrated) {

    /** Range of the yearly contract value, in whole units of {@code currency} (ISO 4217). */
    public record ContractValue(long from, long to, String currency) {}

    public Profile {
        stack = Map.copyOf(stack);
        stickingPoints = List.copyOf(stickingPoints);
    }

    /** Inputs that are not stated, by their keys. */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        gap(gaps, "motion", motion == null);
        gap(gaps, "contractValue", contractValue == null);
        gap(gaps, "cycle", cycle == null);
        gap(gaps, "stack", stack.isEmpty());
        gap(gaps, "leadsPerMonth", leadsPerMonth == null);
        gap(gaps, "mqlDefinition", mqlDefinition == null);
        gap(gaps, "stickingPoints", stickingPoints.isEmpty());
        gap(gaps, "slaHours", slaHours == null);
        gap(gaps, "goal", goal == null);
        return gaps;
    }

    private static void gap(List<String> gaps, String key, boolean missing) {
        if (missing) {
            gaps.add(key);
        }
    }
}

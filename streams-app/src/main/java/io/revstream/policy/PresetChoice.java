package io.revstream.policy;

import io.revstream.policy.CalibrationRules.Cadence;
import io.revstream.policy.Profile.ContractValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Which preset suits a company: by how it sells and what a contract is worth (SCO-15). A missing input never blocks.
 *
 * @param preset name of the preset
 * @param model its scoring model
 * @param threshold the model's MQL threshold, in points
 * @param cadence how often the model asks to be calibrated
 * @param because why this one, in a sentence
 * @param fallback true when no model is made for such contracts, and the fallback took their place
 */
public record PresetChoice(
        String preset, String model, int threshold, Cadence cadence, String because, boolean fallback) {

    /** Presets are made for contracts in this currency. */
    static final String CURRENCY = "USD";

    /**
     * A preset and what it is made for.
     *
     * @param from least yearly contract value, inclusive
     * @param to greatest yearly contract value, inclusive
     */
    record Row(String preset, String model, String motion, long from, long to, int threshold, Cadence cadence) {
        boolean covers(ContractValue value) {
            return value.from() >= from && value.to() <= to;
        }
    }

    /** The one table. A value on the edge of two goes to the upper, unless the way of selling says otherwise. */
    static final List<Row> ROWS = List.of(
            new Row("enterprise", "M-ENT", "sales-led", 50_000, Long.MAX_VALUE, 75, Cadence.QUARTERLY),
            new Row("mid-market", "M-MID", "hybrid", 5_000, 25_000, 65, Cadence.QUARTERLY),
            new Row("product-led", "M-PLG", "product-led", 500, 5_000, 60, Cadence.MONTHLY));

    /** What takes the place of all of them for contracts that none is made for, unless a company names another. */
    public static final String FALLBACK = "mid-market";

    /** Names of the presets that can be chosen. */
    public static List<String> presets() {
        return ROWS.stream().map(Row::preset).sorted().toList();
    }

    /**
     * Chooses.
     *
     * @param motion product-led, sales-led or hybrid; null when it is not known
     * @param value null when it is not known
     * @param fallback preset for contract values that no model covers
     */
    public static PresetChoice of(String motion, ContractValue value, String fallback) {
        if (value == null || !value.currency().equals(CURRENCY)) {
            String gap = value == null
                    ? "the contract value is not stated"
                    : "contract values in " + value.currency() + " are not compared with ranges in " + CURRENCY;
            return withoutValue(motion, gap, fallback);
        }
        List<Row> covering =
                new ArrayList<>(ROWS.stream().filter(row -> row.covers(value)).toList());
        if (covering.isEmpty()) {
            return named(
                    fallback, "no model is made for contracts of " + words(value) + ", so the fallback applies", true);
        }
        for (Row row : covering) {
            if (row.motion().equals(motion)) {
                return choice(row, motion + ", contracts of " + words(value), false);
            }
        }
        String sells = motion == null ? "how the company sells is not stated" : "the company sells " + motion;
        return choice(covering.get(0), sells + ", so contracts of " + words(value) + " decide", false);
    }

    private static PresetChoice withoutValue(String motion, String gap, String fallback) {
        for (Row row : ROWS) {
            if (row.motion().equals(motion)) {
                return choice(row, gap + ", so " + motion + " decides", false);
            }
        }
        return named(fallback, gap + " and neither is how the company sells, so the fallback applies", true);
    }

    private static PresetChoice named(String preset, String because, boolean fallback) {
        for (Row row : ROWS) {
            if (row.preset().equals(preset)) {
                return choice(row, because, fallback);
            }
        }
        throw new IllegalArgumentException("Expected a preset of " + presets() + ", but found " + preset);
    }

    private static PresetChoice choice(Row row, String because, boolean fallback) {
        return new PresetChoice(row.preset(), row.model(), row.threshold(), row.cadence(), because, fallback);
    }

    private static String words(ContractValue value) {
        String from = String.valueOf(value.from());
        return (value.from() == value.to() ? from : from + " to " + value.to()) + " " + value.currency();
    }
}

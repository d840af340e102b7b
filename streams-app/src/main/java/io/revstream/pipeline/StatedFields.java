package io.revstream.pipeline;

import io.revstream.events.DealFields;
import java.util.SortedMap;
import java.util.TreeMap;

/** Fields of a deal as its event states them, by the names that stage gates ask for. */
final class StatedFields {

    private StatedFields() {}

    /** What the event states, as text; null for no fields states nothing. */
    static SortedMap<String, String> of(DealFields fields) {
        SortedMap<String, String> stated = new TreeMap<>();
        if (fields == null) {
            return stated;
        }
        stated.putAll(fields.getMore());
        stated.remove("closeDate"); // a date, wherever it is read: only the typed field may set it
        put(stated, "leadId", fields.getLeadId());
        put(stated, "accountId", fields.getAccountId());
        put(stated, "ownerId", fields.getOwnerId());
        put(stated, "name", fields.getName());
        put(stated, "product", fields.getProduct());
        put(
                stated,
                "value",
                fields.getValue() == null ? null : fields.getValue().toPlainString());
        put(stated, "currency", fields.getCurrency());
        put(stated, "closeDate", fields.getCloseDate());
        put(stated, "forecastCategory", fields.getForecastCategory());
        put(stated, "nextStep", fields.getNextStep());
        put(stated, "lossReason", fields.getLossReason());
        return stated;
    }

    private static void put(SortedMap<String, String> stated, String name, Object value) {
        if (value != null) {
            stated.put(name, value.toString());
        }
    }
}

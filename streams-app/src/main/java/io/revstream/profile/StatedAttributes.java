package io.revstream.profile;

import io.revstream.events.AccountDetails;
import io.revstream.events.LeadAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The attributes that an event states, by name. Not stated: no entry. Cleared: an entry without values. */
public final class StatedAttributes {

    private final Map<String, List<String>> values = new HashMap<>();

    private StatedAttributes() {}

    /** Of an account record. */
    public static Map<String, List<String>> of(AccountDetails stated) {
        StatedAttributes attributes = new StatedAttributes();
        stated.getMore().forEach(attributes::put);
        attributes.put("name", stated.getName());
        attributes.put("named", stated.getNamed());
        attributes.put("tier", stated.getTier() != null && stated.getTier() == 0 ? "" : stated.getTier());
        attributes.put("ownerId", stated.getOwnerId());
        attributes.put("ownerTeamId", stated.getOwnerTeamId());
        attributes.put("customer", stated.getCustomer());
        attributes.put("industry", stated.getIndustry());
        attributes.put("employees", stated.getEmployees());
        attributes.put("revenue", stated.getRevenue());
        attributes.put("country", stated.getCountry());
        attributes.put("region", stated.getRegion());
        if (stated.getDomains() != null) {
            attributes.values.put(
                    "domains",
                    present(stated.getDomains()).stream()
                            .map(domain -> domain.toLowerCase(Locale.ROOT))
                            .distinct()
                            .sorted()
                            .toList());
        }
        return attributes.values;
    }

    /** Of a lead. */
    static Map<String, List<String>> of(LeadAttributes stated) {
        StatedAttributes attributes = new StatedAttributes();
        // First, so that a further attribute cannot pass for one that has its own field.
        stated.getMore().forEach(attributes::put);
        attributes.put("name", stated.getName());
        attributes.put("email", stated.getEmail());
        attributes.put("phone", stated.getPhone());
        attributes.put("phoneValid", stated.getPhoneValid());
        attributes.put("company", stated.getCompany());
        attributes.put("accountId", stated.getAccountId());
        attributes.put("title", stated.getTitle());
        attributes.put("department", stated.getDepartment());
        attributes.put("seniority", stated.getSeniority());
        attributes.put("industry", stated.getIndustry());
        attributes.put("employees", stated.getEmployees());
        attributes.put("revenue", stated.getRevenue());
        attributes.put("country", stated.getCountry());
        attributes.put("region", stated.getRegion());
        attributes.put("language", stated.getLanguage());
        attributes.put("product", stated.getProduct());
        attributes.put("leadSource", stated.getLeadSource());
        attributes.put("ownerId", stated.getOwnerId());
        attributes.put("ownerTeamId", stated.getOwnerTeamId());
        if (stated.getTechnologies() != null) {
            attributes.values.put("technologies", present(stated.getTechnologies()));
        }
        return attributes.values;
    }

    private void put(String name, Object value) {
        if (value != null) {
            values.put(name, present(List.of(value.toString())));
        }
    }

    private static List<String> present(List<String> stated) {
        return stated.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}

package io.revstream.policy;

import io.revstream.document.SourceNode;
import io.revstream.policy.Profile.ContractValue;
import java.time.LocalDate;

/** Builds the profile. */
final class ProfileBuilder {

    private ProfileBuilder() {}

    static Profile profile(SourceNode profile) {
        SourceNode sla = profile.at("slaHours");
        SourceNode calibrated = profile.at("lastCalibrated");
        return new Profile(
                profile.at("motion").text(),
                contractValue(profile.at("contractValue")),
                Span.of(profile.at("cycle")),
                Values.table(profile.at("stack"), SourceNode::text),
                profile.at("leadsPerMonth").number(),
                profile.at("mqlDefinition").text(),
                profile.at("stickingPoints").texts(),
                sla.isPresent() ? Integer.valueOf(Values.whole(sla, 0)) : null,
                profile.at("goal").text(),
                profile.at("fallbackModel").text(),
                calibrated.isPresent() ? LocalDate.parse(calibrated.text()) : null);
    }

    private static ContractValue contractValue(SourceNode value) {
        return value.isPresent()
                ? new ContractValue(
                        value.at("from").number(),
                        value.at("to").number(),
                        value.at("currency").text())
                : null;
    }
}

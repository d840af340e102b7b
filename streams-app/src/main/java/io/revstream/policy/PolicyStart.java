package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.document.SourceReader;
import io.revstream.document.TextEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the first policy of a company: a preset with the company's own name and profile, every comment kept. */
public final class PolicyStart {

    private final Profile profile;
    private final PresetChoice choice;

    private PolicyStart(Profile profile, PresetChoice choice) {
        this.profile = profile;
        this.choice = choice;
    }

    /**
     * The document.
     *
     * @param preset text of the preset that was chosen
     * @param name name of the company; the version is its first
     */
    public static String of(String preset, String name, Profile profile, PresetChoice choice) {
        SourceNode document = SourceReader.read(preset, "a policy", new Problems(choice.preset()));
        TextEdits edits =
                new TextEdits(preset).replace(document.at("policy"), name).replace(document.at("version"), name + "-1");
        if (document.at("calibration").isPresent()) {
            cadence(document.at("calibration"), choice, edits);
        }
        new ProfileDefaults(document, profile, edits).apply();
        PolicyStart start = new PolicyStart(profile, choice);
        String text = withProfile(edits.apply(), start.profile());
        return document.at("calibration").isPresent() ? text : text + start.calibration();
    }

    private static void cadence(SourceNode calibration, PresetChoice choice, TextEdits edits) {
        if (calibration.at("cadence").isPresent()) {
            edits.replace(calibration.at("cadence"), choice.cadence().word());
        } else {
            edits.add(calibration, "cadence", choice.cadence().word());
        }
    }

    private String calibration() {
        return "\ncalibration:\n  cadence: " + choice.cadence().word() + "\n";
    }

    private String profile() {
        List<String> lines = new ArrayList<>();
        lines.add("profile:                        # what the policy was chosen for; nothing is decided by it");
        lines.add("  # Preset " + choice.preset() + ", model " + choice.model() + " with a threshold of "
                + choice.threshold() + ", calibrated " + choice.cadence().word() + ":");
        lines.add("  # " + choice.because() + ".");
        add(lines, "motion", profile.motion());
        if (profile.contractValue() != null) {
            lines.add("  contractValue: {from: %d, to: %d, currency: %s}"
                    .formatted(
                            profile.contractValue().from(),
                            profile.contractValue().to(),
                            profile.contractValue().currency()));
        }
        add(lines, "cycle", profile.cycle());
        if (!profile.stack().isEmpty()) {
            lines.add("  stack:");
            profile.stack().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> lines.add("    " + entry.getKey() + ": " + quoted(entry.getValue())));
        }
        add(lines, "leadsPerMonth", profile.leadsPerMonth());
        add(lines, "mqlDefinition", quoted(profile.mqlDefinition()));
        if (!profile.stickingPoints().isEmpty()) {
            lines.add("  stickingPoints: ["
                    + String.join(
                            ", ",
                            profile.stickingPoints().stream()
                                    .map(PolicyStart::quoted)
                                    .toList())
                    + "]");
        }
        add(lines, "slaHours", profile.slaHours());
        add(lines, "goal", profile.goal());
        add(lines, "fallbackModel", choice.fallback() ? choice.model() : null);
        add(lines, "lastCalibrated", profile.lastCalibrated());
        List<String> gaps = profile.gaps();
        if (!gaps.isEmpty()) {
            lines.add("  # Not stated, so defaults apply: " + String.join(", ", gaps));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void add(List<String> lines, String key, Object value) {
        if (value != null) {
            lines.add("  " + key + ": " + value);
        }
    }

    /** In single quotes, so that no word of a person means something to YAML; null stays null. */
    private static String quoted(String text) {
        return text == null ? null : "'" + text.replace("'", "''") + "'";
    }

    /** Puts the profile in the place of the preset's, which ends where the next line begins that is not indented. */
    private static String withProfile(String text, String profile) {
        StringBuilder result = new StringBuilder();
        boolean within = false;
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("profile:")) {
                within = true;
                result.append(profile);
            } else if (!within || !(line.startsWith(" ") || line.isBlank())) {
                if (within) {
                    result.append('\n');
                }
                within = false;
                result.append(line).append('\n');
            }
        }
        result.setLength(result.length() - 1);
        return result.toString();
    }
}

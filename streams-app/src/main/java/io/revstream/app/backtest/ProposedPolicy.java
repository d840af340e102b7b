package io.revstream.app.backtest;

import io.revstream.calibration.Calibration;
import io.revstream.calibration.ModelProposal;
import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.document.SourceReader;
import io.revstream.document.TextEdits;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.PolicyReading;
import java.time.LocalDate;
import java.util.List;

/**
 * The document of a policy with the figures that a calibration proposes, and all else as it was written.
 *
 * @param version its new version
 * @param yaml the document
 * @param reading what lint says of it
 */
public record ProposedPolicy(String version, String yaml, PolicyReading reading) {

    /**
     * Changes a document: version, day of calibration, thresholds.
     *
     * @param file how messages name the new document
     * @param yaml a policy document without errors
     * @param version new version; null to derive one from the present version and the day
     */
    public static ProposedPolicy of(
            String file, String yaml, Calibration calibration, String version, LocalDate today) {
        SourceNode document = SourceReader.read(yaml, "a policy", new Problems(file));
        SourceNode present = document.at("version");
        String next = version == null ? next(present.text(), today) : version;
        TextEdits edits = new TextEdits(yaml).replace(present, next);
        calibrated(edits, document, today);
        for (ModelProposal model : calibration.models()) {
            if (model.isChange()) {
                edits.replace(threshold(document, model.model()), String.valueOf(model.proposed()));
            }
        }
        String changed = edits.apply();
        return new ProposedPolicy(next, changed, PolicyReader.read(file, changed, today));
    }

    /** The document with lines of comment above it. */
    public String under(List<String> header) {
        StringBuilder text = new StringBuilder();
        header.forEach(line -> text.append(("# " + line).stripTrailing()).append('\n'));
        return text.append(yaml).toString();
    }

    private static void calibrated(TextEdits edits, SourceNode document, LocalDate today) {
        SourceNode profile = document.at("profile");
        if (profile.at("lastCalibrated").isPresent()) {
            edits.replace(profile.at("lastCalibrated"), today.toString());
        } else if (profile.isPresent()) {
            edits.add(profile, "lastCalibrated", today.toString());
        } else {
            edits.add(document, "profile", "{lastCalibrated: " + today + "}");
        }
    }

    private static SourceNode threshold(SourceNode document, String model) {
        for (SourceNode each : document.at("scoring", "models").items()) {
            if (model.equals(each.at("model").text())) {
                return each.at("threshold");
            }
        }
        throw new IllegalArgumentException("Expected a model \"" + model + "\" in the policy, but it has none");
    }

    /** The day takes the place of an earlier one, so that names do not grow. */
    private static String next(String version, LocalDate today) {
        String bare = version.replaceFirst("-calibrated-\\d{4}-\\d{2}-\\d{2}$", "");
        String next = bare + "-calibrated-" + today;
        return next.equals(version) ? next + "-2" : next;
    }
}

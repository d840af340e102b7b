package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.time.LocalDate;

/**
 * Checks what a document means (GEN-07): that names exist, that rules can apply, that chains end. Each check looks at one section and
 * leaves alone what the schema has found wrong, so that all problems come at once.
 */
final class PolicyLint {

    private PolicyLint() {}

    /** @param today the day from which the age of the last calibration counts; null does not ask */
    static void check(SourceNode document, LocalDate today, Problems problems) {
        new ProfileLint(problems).check(document);
        new CalendarLint(problems).check(document);
        new LifecycleLint(document, problems).check();
        new MqlLint(document, problems).check();
        new RejectionLint(problems).check(document);
        ports(document.at("ports"), problems);
        new ScoringLint(document, problems).check();
        new ScoringMistakes(problems).check(document, today);
        new NonHumanLint(problems).check(document);
        new RoutingLint(document, problems).check();
        new SlaLint(document, problems).check();
        new SpeedLint(problems).check(document);
        new AccountLint(problems).check(document);
        new PipelineLint(document, problems).check();
        new CalibrationLint(problems).check(document);
        new FieldLint(problems).check(document);
        if (!problems.reject()) {
            new RoutingProofLint(document, problems).check();
        }
    }

    private static void ports(SourceNode ports, Problems problems) {
        ports.keys().forEach(port -> Vocabulary.warnOfSlip(port, "a port", Vocabulary.PORTS, problems));
    }
}

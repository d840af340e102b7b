package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.policy.CalibrationRules.Cadence;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Warns of the four mistakes that scoring models commonly have (SCO-27). */
record ScoringMistakes(Problems problems) {

    private static final Set<String> INTENT = Set.of(
            "DEMO_REQUEST",
            "CONTACT_SALES",
            "TRIAL_SIGN_UP",
            "CALCULATOR_USED",
            "ACCOUNT_CREATED",
            "ONBOARDING_COMPLETED",
            "CORE_FEATURE_USED",
            "TEAM_MEMBER_INVITED",
            "USAGE_LIMIT_HIT");
    private static final Set<String> INTENT_PAGES = Set.of("pricing", "case-study", "comparison", "demo");

    void check(SourceNode document, LocalDate today) {
        SourceNode named = document.at("signals");
        for (SourceNode model : document.at("scoring", "models").items()) {
            downloads(model.at("engagement"), named);
            negatives(model);
            pages(model.at("engagement"), named);
        }
        if (today != null) {
            calibration(document, today);
        }
    }

    private void downloads(SourceNode engagement, SourceNode named) {
        long downloads = 0;
        long intent = 0;
        for (SourceNode rule : engagement.items()) {
            long points = ScoringLint.mostEngagement(rule);
            List<SourceNode> signals = SignalLint.signals(rule.at("any"), named);
            if (!signals.isEmpty()) {
                downloads += signals.stream()
                                .allMatch(s ->
                                        "CONTENT_DOWNLOADED".equals(s.at("kind").text()))
                        ? points
                        : 0;
                intent += signals.stream().anyMatch(ScoringMistakes::showsIntent) ? points : 0;
            }
        }
        if (downloads > intent) {
            problems.warning(
                    engagement,
                    "Expected intent signals to outweigh content downloads, but they give " + intent
                            + " points and downloads " + downloads + " (SCO-27)");
        }
    }

    private static boolean showsIntent(SourceNode signal) {
        String kind = signal.at("kind").text();
        String asset = signal.at("asset").text();
        return kind != null
                && (INTENT.contains(kind)
                        || (kind.equals("PAGE_VIEW") && asset != null && INTENT_PAGES.contains(asset)));
    }

    private void negatives(SourceNode model) {
        SourceNode negative = model.at("negative");
        if (negative.items().isEmpty()) {
            problems.warning(
                    negative.isPresent() ? negative : model.at("model"),
                    "Expected negative rules, but the model has none (SCO-27)");
        }
    }

    /** All kinds of pages by one rule, or each by its own for the same points. */
    private void pages(SourceNode engagement, SourceNode named) {
        List<String> pages = new ArrayList<>();
        Set<Long> points = new HashSet<>();
        for (SourceNode rule : engagement.items()) {
            for (SourceNode signal : SignalLint.signals(rule.at("any"), named)) {
                if ("PAGE_VIEW".equals(signal.at("kind").text())) {
                    pages.add(signal.at("asset").text());
                    points.add(rule.at("points").number());
                }
            }
        }
        if (points.size() == 1 && (pages.contains(null) || pages.size() > 1)) {
            problems.warning(
                    engagement,
                    "Expected page visits to score by what is visited, but all give "
                            + points.iterator().next() + " points (SCO-27)");
        }
    }

    /** A quarter, unless the policy has another cadence. */
    private void calibration(SourceNode document, LocalDate today) {
        SourceNode profile = document.at("profile");
        SourceNode calibrated = profile.at("lastCalibrated");
        Cadence cadence = cadence(document.at("calibration", "cadence"));
        String due = "Expected a calibration within the last "
                + (cadence.months() == 1 ? "month" : cadence.months() + " months") + ", but ";
        if (!calibrated.isPresent()) {
            problems.warning(profile, due + "profile.lastCalibrated states none (SCO-27)");
            return;
        }
        try {
            if (calibrated.text() != null
                    && cadence.after(LocalDate.parse(calibrated.text())).isBefore(today)) {
                problems.warning(calibrated, due + "the last was on " + calibrated.text() + " (SCO-27)");
            }
        } catch (DateTimeException reportedAlready) {
            return;
        }
    }

    private static Cadence cadence(SourceNode cadence) {
        for (Cadence known : Cadence.values()) {
            if (known.word().equals(cadence.text())) {
                return known;
            }
        }
        return Cadence.QUARTERLY;
    }
}

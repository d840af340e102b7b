package io.revstream.app.specification;

import io.revstream.document.SourceNode;
import io.revstream.policy.CalibrationRules;
import io.revstream.policy.Policy;
import io.revstream.policy.ScoringModel;
import io.revstream.policy.SlaRules.Clock;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can be measured, where it comes from, and the figures to hold it against that the policy states. */
final class DashboardDocument {

    /** Metrics of the program, by their names in Prometheus. */
    static final Map<String, String> PROGRAM = Map.of(
            "revstream_records_read_total", "records read, by topology and topic",
            "revstream_records_written_total", "records written, by topology and topic",
            "revstream_duplicates_total", "events dropped because their id was seen before",
            "revstream_dead_letters_total", "records refused, by code",
            "revstream_clock_seconds", "latest tick read",
            "kafka_consumergroup_lag", "committed records not decided yet");

    private DashboardDocument() {}

    static Specification of(Policy policy, SourceNode document) {
        Markdown page = Terms.head("Metric dashboard specification", policy);
        if (policy.profile().goal() != null) {
            page.paragraph("The company wants first: **" + policy.profile().goal() + "**.");
        }
        if (!policy.profile().stickingPoints().isEmpty()) {
            page.paragraph("The funnel is known to stick at **"
                    + String.join("**, **", policy.profile().stickingPoints())
                    + "**: look there first, by `revstream funnel`.");
        }
        List<List<String>> decisions = new ArrayList<>();
        for (Topic topic : Catalogue.of()) {
            if (topic.role() == Topic.Role.OUTPUT) {
                decisions.add(Markdown.cells(topic.tells(), "topic `" + topic.name() + "`, by " + topic.keyedBy()));
            }
        }
        page.section("Counts of decisions")
                .paragraph("Every record names its instant and the policy version that decided.")
                .table(List.of("Counts", "Source"), decisions);
        page.section("The program itself")
                .table(
                        List.of("Metric", "Source"),
                        PROGRAM.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(metric ->
                                        Markdown.cells(metric.getValue(), "`" + metric.getKey() + "` of `/metrics`"))
                                .toList());
        page.section("Figures to hold them against").table(List.of("Figure", "Policy says"), figures(policy));
        benchmarks(page.section("Benchmarks"), policy);
        new Terms(policy, document, "sla", "speedToLead", "calibration", "benchmarks").explain(page);
        return new Specification("5-dashboard.md", page.text());
    }

    private static List<List<String>> figures(Policy policy) {
        List<List<String>> rows = new ArrayList<>();
        for (ScoringModel model : policy.scoring().models()) {
            rows.add(Markdown.cells("MQL threshold of model " + model.name(), model.threshold()));
        }
        for (Clock clock : policy.sla().clocks()) {
            rows.add(Markdown.cells("Target of clock " + clock.clock(), clock.target()));
        }
        CalibrationRules calibration = policy.calibration();
        rows.add(Markdown.cells("Acceptance of MQLs: a warning below", calibration.acceptanceBelow() + " %"));
        rows.add(Markdown.cells("Won deals that the threshold must let pass", calibration.keepWins() + " %"));
        if (calibration.falsePositivesAbove() != null) {
            rows.add(Markdown.cells(
                    "Lost deals at the threshold: a warning above", calibration.falsePositivesAbove() + " %"));
        }
        if (calibration.mqlPerMonth() != null) {
            rows.add(Markdown.cells(
                    "MQLs wanted in a month",
                    calibration.mqlPerMonth().from() + " to "
                            + calibration.mqlPerMonth().to()));
        }
        return rows;
    }

    private static void benchmarks(Markdown section, Policy policy) {
        if (policy.benchmarks().isEmpty()) {
            section.paragraph("The policy states none.");
            return;
        }
        section.table(
                List.of("Conversion", "Good teams reach"),
                policy.benchmarks().stream()
                        .map(one -> Markdown.cells(
                                one.from() + " to " + one.to(), one.least() + " to " + one.most() + " %"))
                        .toList());
    }
}

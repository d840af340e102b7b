package io.revstream.app.specification;

import io.revstream.document.SourceNode;
import io.revstream.policy.PipelineRules;
import io.revstream.policy.PipelineRules.DealStage;
import io.revstream.policy.PipelineText;
import io.revstream.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Stages of deals with the fields that each needs, and what sets off an alert. */
final class PipelineDocument {

    private PipelineDocument() {}

    static Specification of(Policy policy, SourceNode document) {
        PipelineRules pipeline = policy.pipeline();
        Markdown page = Terms.head("Pipeline configuration", policy);
        page.paragraph("Amounts without a currency are in " + pipeline.currency() + ".");
        List<List<String>> rows = new ArrayList<>();
        for (DealStage stage : pipeline.stages()) {
            rows.add(Markdown.cells(
                    rows.size() + 1,
                    stage.stage(),
                    stage.outcome().name().toLowerCase(Locale.ROOT),
                    stage.required().isEmpty() ? "nothing" : String.join(", ", stage.required()),
                    PipelineText.stale(stage, pipeline) == null ? "never" : PipelineText.stale(stage, pipeline)));
        }
        page.section("Stages")
                .paragraph(
                        "Required fields must be there before a deal leaves a stage; before it enters, for a closed one.")
                .table(List.of("#", "Stage", "A deal in it is", "Required fields", "Stale after"), rows);
        page.section("Triggers")
                .paragraph("Each is told on the topic `deal-alerts`.")
                .table(
                        List.of("Alert", "When"),
                        List.of(
                                Markdown.cells(
                                        "fields-missing",
                                        "a new deal lacks one of " + String.join(", ", pipeline.newDealNeeds())
                                                + "; or a deal moves on without a required field"),
                                Markdown.cells("stages-skipped", "a deal moves past stages that it never was in"),
                                Markdown.cells(
                                        "stale-in-stage",
                                        "a deal has been in its stage for longer than the table above says"),
                                Markdown.cells("moved-backward", "a deal moves to an earlier stage"),
                                Markdown.cells("unknown-stage", "a deal is in a stage that is not listed above"),
                                Markdown.cells("pushed-without-reason", "the close date moves later without a reason"),
                                Markdown.cells(
                                        "forecast-review",
                                        "the close date was pushed " + pipeline.pushesForReview() + " times")));
        new Terms(policy, document, "pipeline").explain(page);
        return new Specification("4-pipeline.md", page.text());
    }
}

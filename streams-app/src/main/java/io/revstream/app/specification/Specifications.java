package io.revstream.app.specification;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.document.SourceReader;
import io.revstream.policy.Policy;
import java.util.List;

/** Writes the five documents of a policy. */
public final class Specifications {

    private Specifications() {}

    /**
     * The documents.
     *
     * @param policy without errors
     * @param yaml the document that the policy was read from
     */
    public static List<Specification> of(Policy policy, String yaml) {
        SourceNode document = SourceReader.read(yaml, "a policy", new Problems(policy.name()));
        return List.of(
                LifecycleDocument.of(policy, document),
                ScoringDocument.of(policy, document),
                RoutingDocument.of(policy, document),
                PipelineDocument.of(policy, document),
                DashboardDocument.of(policy, document));
    }
}

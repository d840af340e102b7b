package io.revstream.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.revstream.events.DataIssueFound;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShellMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ShellMetrics metrics = new ShellMetrics("lead", registry);

    @Test
    void dataIssuesAreCountedByTheirKindAndNotByWhomTheyConcern() {
        metrics.dataIssue(issue("ada", "unknown-activity", false));
        metrics.dataIssue(issue("bob", "unknown-activity", false));
        metrics.dataIssue(issue("bob", "suspect-activity", true));

        assertThat(count("unknown-activity", "false")).isEqualTo(2);
        assertThat(count("suspect-activity", "true")).isEqualTo(1);
        assertThat(registry.find("revstream.data.issues").counters()).hasSize(2);
    }

    private double count(String issue, String resolved) {
        return registry.get("revstream.data.issues")
                .tag("topology", "lead")
                .tag("issue", issue)
                .tag("resolved", resolved)
                .counter()
                .count();
    }

    private static DataIssueFound issue(String lead, String issue, boolean resolved) {
        return DataIssueFound.newBuilder()
                .setSubjectId(lead)
                .setIssue(issue)
                .setResolved(resolved)
                .setBecause("")
                .build();
    }
}

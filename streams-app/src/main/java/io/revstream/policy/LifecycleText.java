package io.revstream.policy;

import io.revstream.policy.LifecycleRules.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A lifecycle as lines of plain text. */
final class LifecycleText {

    private final LifecycleRules rules;
    private final List<String> lines = new ArrayList<>();

    private LifecycleText(LifecycleRules rules) {
        this.rules = rules;
    }

    static List<String> of(LifecycleRules rules) {
        LifecycleText text = new LifecycleText(rules);
        text.line("%s", String.join(" > ", rules.names()));
        rules.stages().forEach(text::stage);
        text.line("Customers from %s on", rules.customer());
        text.endings();
        return List.copyOf(text.lines);
    }

    private void stage(Stage stage) {
        if (stage.stage().equals(rules.promoted())) {
            about(stage, "after a promotion");
        }
        if (stage.stage().equals(rules.accepted())) {
            about(stage, "after an acceptance");
        }
        stage.entry().forEach(gate -> about(stage, "as soon as " + gate.words()));
        if (!stage.required().isEmpty()) {
            about(stage, "requires " + String.join(", ", stage.required()));
        }
        if (stage.owner() != null) {
            about(stage, "owned by " + stage.owner());
        }
        stage.does().forEach(action -> about(stage, "asks " + words(action)));
        if (stage.handoff() != null) {
            about(stage, words(stage.handoff()));
        }
    }

    private static String words(EntryAction action) {
        return action.port() + " to " + action.kind().name().toLowerCase(Locale.ROOT) + " " + action.action()
                + (action.to() == null ? "" : " (" + action.to() + ")")
                + (action.due() == null ? "" : ", due in " + action.due())
                + (action.when().isEmpty() ? "" : ", if " + RuleWords.gates(action.when()))
                + (action.unless().isEmpty() ? "" : ", unless " + RuleWords.gates(action.unless()));
    }

    private static String words(HandoffRule handoff) {
        return "hands over to " + handoff.to() + " (" + handoff.handoff() + "), with "
                + String.join(", ", handoff.passes()) + "; clock " + handoff.clock();
    }

    private void endings() {
        line(
                "A lost deal: %s%s",
                rules.closedLost().name().toLowerCase(Locale.ROOT),
                rules.closedLostReason() == null ? "" : ", reason " + rules.closedLostReason());
        if (rules.recycledStage() != null) {
            line("Recycled leads stand at %s", rules.recycledStage());
        }
        if (rules.archivedStage() != null) {
            line("Archived leads stand at %s", rules.archivedStage());
        }
        if (rules.archiveAfter() != null) {
            line("Archived before a promotion after %s without activity", rules.archiveAfter());
        }
    }

    private void about(Stage stage, String what) {
        line("%-14s %s", stage.stage(), what);
    }

    private void line(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }
}

package io.revstream.policy;

import io.revstream.document.SourceNode;
import io.revstream.events.ActionKind;
import io.revstream.policy.LifecycleRules.ClosedLost;
import io.revstream.policy.LifecycleRules.Stage;
import java.util.List;

/** Builds stages with their gates, actions and handoffs. */
record LifecycleBuilder(Values values) {

    LifecycleRules lifecycle(SourceNode lifecycle) {
        return new LifecycleRules(
                Values.list(lifecycle.at("stages"), this::stage),
                lifecycle.at("promoted").text(),
                lifecycle.at("customer").text(),
                lifecycle.at("accepted").text(),
                Values.choice(lifecycle.at("onClosedLost"), ClosedLost.KEEP),
                lifecycle.at("closedLostReason").text(),
                lifecycle.at("recycledStage").text(),
                lifecycle.at("archivedStage").text(),
                Span.of(lifecycle.at("archiveAfter")));
    }

    /** The name of a stage, which may stand alone. */
    static SourceNode name(SourceNode stage) {
        return stage.text() == null ? stage.at("stage") : stage;
    }

    /** Names of the stages of a lifecycle, first to last. */
    static List<String> names(SourceNode lifecycle) {
        return lifecycle.at("stages").items().stream()
                .map(stage -> name(stage).text())
                .filter(text -> text != null)
                .toList();
    }

    private Stage stage(SourceNode stage) {
        String owner = stage.at("owner").text();
        return new Stage(
                name(stage).text(),
                owner,
                gates(stage.at("entry")),
                stage.at("required").texts(),
                Values.list(stage.at("does"), this::action),
                stage.at("handoff").isPresent() ? handoff(stage.at("handoff"), owner) : null);
    }

    private List<Gate> gates(SourceNode gates) {
        return gates.oneOrMore().stream().map(this::gate).toList();
    }

    private Gate gate(SourceNode gate) {
        return new Gate(
                gate.at("has").texts(),
                gate.at("facts").oneOrMore().stream().map(values::condition).toList(),
                gate.at("did").oneOrMore().stream().map(values::signalCount).toList());
    }

    EntryAction action(SourceNode action) {
        return new EntryAction(
                action.at("action").text(),
                Values.constant(action.at("kind"), ActionKind.class),
                action.at("port").text(),
                action.at("to").text(),
                Span.of(action.at("due")),
                action.at("calendar").text(),
                gates(action.at("when")),
                gates(action.at("unless")),
                action.at("passes").texts());
    }

    private static HandoffRule handoff(SourceNode handoff, String owner) {
        return new HandoffRule(
                handoff.at("handoff").text(),
                Values.text(handoff.at("from"), owner),
                handoff.at("to").text(),
                handoff.at("passes").texts(),
                handoff.at("clock").text());
    }
}

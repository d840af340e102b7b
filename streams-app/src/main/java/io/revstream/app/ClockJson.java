package io.revstream.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revstream.policy.SlaRules;
import io.revstream.sla.DueStep;
import io.revstream.sla.PauseMark;
import io.revstream.sla.ReachedStep;
import io.revstream.sla.RunningClock;
import java.time.Instant;
import java.util.List;

/** Clocks that run, of leads and of deals, as JSON. Nulls are left out. */
public final class ClockJson {

    private ClockJson() {}

    /** Each with what it reached and its next step. */
    public static ArrayNode of(List<RunningClock> running) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (RunningClock clock : running) {
            ObjectNode one = json.addObject();
            one.put("clock", clock.name());
            one.put("round", clock.round());
            instant(one, "startedAt", clock.startedAt());
            instant(one, "dueAt", clock.dueAt());
            text(one, "variant", clock.variantName());
            instant(one, "withOwnerSince", clock.heldSince());
            one.put("systemDelaySeconds", clock.systemDelay().toSeconds());
            pauses(one, clock);
            one.put("stepsDone", clock.stepsDone());
            ArrayNode reached = one.putArray("reached");
            clock.reached().forEach(done -> reached.add(reached(clock, done)));
            if (clock.nextStep() != null) {
                one.set("nextStep", step(clock, clock.nextStep()));
            }
        }
        return json;
    }

    private static void pauses(ObjectNode json, RunningClock clock) {
        if (clock.marks().isEmpty()) {
            return;
        }
        boolean paused = clock.marks().get(clock.marks().size() - 1).pauses() && clock.resumesAt() != null;
        json.put("paused", paused);
        ArrayNode marks = json.putArray("pauses");
        for (PauseMark mark : clock.marks()) {
            instant(marks.addObject().put("change", mark.pauses() ? "paused" : "resumed"), "at", mark.at());
        }
        instant(json, "resumesAt", clock.resumesAt());
    }

    private static ObjectNode reached(RunningClock clock, ReachedStep done) {
        SlaRules.Step step = clock.step(done.due());
        ObjectNode json =
                object().put("step", step.step()).put("says", step.says().name());
        instant(json, "dueAt", done.due().dueAt());
        instant(json, "at", done.at());
        return json.put("reassigned", done.took());
    }

    /** A step that is due next. */
    public static ObjectNode step(RunningClock clock, DueStep due) {
        SlaRules.Step step = clock.step(due);
        ObjectNode json =
                object().put("step", step.step()).put("says", step.says().name());
        instant(json, "dueAt", clock.reachedAt(due));
        json.put("tells", step.tells());
        text(json, "recipientId", clock.assignee().inRole(step.tells()));
        return json.put("reassigns", step.reassigns());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static void instant(ObjectNode json, String name, Instant instant) {
        text(json, name, instant == null ? null : instant.toString());
    }

    private static void text(ObjectNode json, String name, String text) {
        if (text != null) {
            json.put(name, text);
        }
    }
}

package io.revstream.sla;

import io.revstream.events.ClockChange;
import io.revstream.events.SlaClockChanged;
import io.revstream.events.SlaStepReached;
import io.revstream.events.StepKind;
import io.revstream.policy.SlaRules.Step;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecordBase;

/** Something that happened to a clock. */
public sealed interface SlaOutcome {

    /** The event that says so, without its envelope. */
    SpecificRecordBase event(String subjectId);

    /**
     * A clock started, got its owner, was met, stopped or is withdrawn.
     *
     * @param metAt when it was met; null otherwise
     * @param workingMillis working time from the start to {@code metAt}; null unless met, or when the policy has dropped the calendar
     * @param because null when it started
     */
    record ClockMoved(RunningClock clock, ClockChange change, Instant metAt, Long workingMillis, String because)
            implements SlaOutcome {

        /** Whether it was met after it was due. */
        public boolean late() {
            return metAt != null && metAt.isAfter(clock.dueAt());
        }

        @Override
        public SlaClockChanged event(String subjectId) {
            return SlaClockChanged.newBuilder()
                    .setSubjectId(subjectId)
                    .setPass(clock.pass())
                    .setRound(clock.round())
                    .setClock(clock.name())
                    .setChange(change)
                    .setStartedAt(clock.startedAt())
                    .setDueAt(clock.dueAt())
                    .setMetAt(metAt)
                    .setLate(late())
                    .setWorkingMillis(workingMillis)
                    .setOwnerId(clock.assignee().ownerId())
                    .setTeamId(clock.assignee().teamId())
                    .setBecause(because)
                    .build();
        }
    }

    /**
     * A step was reached, or is withdrawn.
     *
     * @param recipientRole role of who is told
     * @param reassigns true when the lead goes to another rep
     * @param evidence id of the event that withdraws it; null otherwise
     */
    record StepReached(
            RunningClock clock,
            DueStep due,
            StepKind kind,
            String recipientRole,
            boolean reassigns,
            String evidence,
            String because)
            implements SlaOutcome {

        /** The step as the policy has it. */
        public Step step() {
            return clock.step(due);
        }

        @Override
        public SlaStepReached event(String subjectId) {
            return SlaStepReached.newBuilder()
                    .setSubjectId(subjectId)
                    .setPass(clock.pass())
                    .setRound(clock.round())
                    .setClock(clock.name())
                    .setKind(kind)
                    .setStep(due.position())
                    .setStepName(step().step())
                    .setStartedAt(clock.startedAt())
                    .setDueAt(clock.dueAt())
                    .setStepDueAt(due.dueAt())
                    .setRecipientRole(recipientRole)
                    .setRecipientId(clock.assignee().inRole(recipientRole))
                    .setOwnerId(clock.assignee().ownerId())
                    .setTeamId(clock.assignee().teamId())
                    .setAction(reassigns ? "REASSIGN" : "NOTIFY")
                    .setAwaited(clock.rule().stops().awaited())
                    .setEvidence(evidence)
                    .setBecause(because)
                    .build();
        }
    }
}

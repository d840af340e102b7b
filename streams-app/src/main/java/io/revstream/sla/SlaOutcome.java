package io.revstream.sla;

import io.revstream.events.ClockChange;
import io.revstream.events.SlaClockChanged;
import io.revstream.events.SlaStepReached;
import io.revstream.events.StepKind;
import io.revstream.policy.SlaRules.Step;
import io.revstream.policy.SlaRules.Then;
import java.time.Instant;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecordBase;

/** Something that happened to a clock. */
public sealed interface SlaOutcome {

    /** The event that says so, without its envelope. */
    SpecificRecordBase event(String subjectId);

    /**
     * A clock started, is due at another instant, was paused, goes on, was met, stopped or is withdrawn.
     *
     * @param metAt when it was met; null otherwise
     * @param figures working time of what has become of it
     * @param because null when it started
     */
    record ClockMoved(RunningClock clock, ClockChange change, Instant metAt, Figures figures, String because)
            implements SlaOutcome {

        /** Working time from the start to {@code metAt}; null unless met, or when the policy has dropped the calendar. */
        public Long workingMillis() {
            return figures.workingMillis();
        }

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
                    .setWorkingMillis(figures.workingMillis())
                    .setOwnerId(clock.assignee().ownerId())
                    .setTeamId(clock.assignee().teamId())
                    .setBecause(because)
                    .setSubject(subject(clock))
                    .setVariant(clock.variantName())
                    .setOwnerMillis(figures.ownerMillis())
                    .setSystemMillis(clock.systemDelay().toMillis())
                    .setPausedMillis(figures.pausedMillis())
                    .build();
        }
    }

    /**
     * Working time of a clock.
     *
     * @param workingMillis from its start to when it was met; null unless it was met
     * @param ownerMillis since the owner has the subject, without pauses; null unless it was met by an owner
     * @param pausedMillis for which it stood still
     */
    record Figures(Long workingMillis, Long ownerMillis, long pausedMillis) {

        static final Figures NONE = new Figures(null, null, 0);
    }

    /**
     * A step was reached, or is withdrawn.
     *
     * @param recipientRole role of who is told
     * @param reassigns true when the subject is taken from its owner
     * @param evidence id of the event that withdraws it; null otherwise
     * @param saidAt when it is said, which an outage may make much later than it was due
     * @param superseded true when a later step of the chain was due by then, too, so that nobody needs to act on this one
     */
    record StepReached(
            RunningClock clock,
            DueStep due,
            StepKind kind,
            String recipientRole,
            boolean reassigns,
            String evidence,
            String because,
            Instant saidAt,
            boolean superseded)
            implements SlaOutcome {

        /** Who gets the subject that is taken from its owner; null when it stays. */
        public Then then() {
            return reassigns ? step().then() : null;
        }

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
                    .setAction(reassigns ? step().then().name() : "NOTIFY")
                    .setAwaited(clock.rule().stops().awaited())
                    .setEvidence(evidence)
                    .setBecause(because)
                    .setSubject(subject(clock))
                    .setVariant(clock.variantName())
                    .setOccurrence(due.occurrence())
                    .setSaidAt(saidAt)
                    .setSuperseded(superseded)
                    .build();
        }
    }

    private static String subject(RunningClock clock) {
        return clock.rule().of().name().toLowerCase(Locale.ROOT);
    }
}

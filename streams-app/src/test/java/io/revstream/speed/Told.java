package io.revstream.speed;

import io.revstream.events.ClockChange;
import io.revstream.events.HandoffChanged;
import io.revstream.events.HandoffKind;
import io.revstream.events.LifecycleChanged;
import io.revstream.events.MqlPromoted;
import io.revstream.events.Score;
import io.revstream.events.SlaClockChanged;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Events of clocks, in Monday morning's minutes. */
final class Told {

    /** A Monday, 9 o'clock in UTC. */
    static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private Told() {}

    static Instant minute(long minute) {
        return NINE.plusSeconds(60 * minute);
    }

    static SlaClockChanged.Builder clock(String lead, int round, String rep, ClockChange change, long start, long due) {
        return SlaClockChanged.newBuilder()
                .setOccurredAt(minute(start))
                .setSubjectId(lead)
                .setPass(1)
                .setRound(round)
                .setClock("first-contact")
                .setChange(change)
                .setStartedAt(minute(start))
                .setDueAt(minute(due))
                .setMetAt(null)
                .setLate(false)
                .setWorkingMillis(null)
                .setOwnerId(rep)
                .setTeamId(rep == null ? null : "west")
                .setBecause(null);
    }

    static SlaClockChanged started(String lead, int round, String rep, long start, long due) {
        return clock(lead, round, rep, ClockChange.STARTED, start, due).build();
    }

    /** All of the time was working time. */
    static SlaClockChanged met(String lead, int round, String rep, long start, long due, long at) {
        return clock(lead, round, rep, ClockChange.MET, start, due)
                .setOccurredAt(minute(at))
                .setMetAt(minute(at))
                .setLate(at > due)
                .setWorkingMillis(Duration.ofMinutes(at - start).toMillis())
                .build();
    }

    static SlaClockChanged stopped(String lead, int round, String rep, long start, long due, long at) {
        return clock(lead, round, rep, ClockChange.STOPPED, start, due)
                .setOccurredAt(minute(at))
                .build();
    }

    static LifecycleChanged entered(String lead, String from, String stage, long at) {
        return LifecycleChanged.newBuilder()
                .setOccurredAt(minute(at))
                .setLeadId(lead)
                .setPass(1)
                .setFromStage(from)
                .setStage(stage)
                .setStatus("ACTIVE")
                .setBecause("accepted")
                .setReasonCode(null)
                .setDecidedBy(null)
                .setNote(null)
                .build();
    }

    static MqlPromoted promoted(String lead, Instant at) {
        BigDecimal points = new BigDecimal("70.00");
        return MqlPromoted.newBuilder()
                .setOccurredAt(at)
                .setLeadId(lead)
                .setAccountId("acme")
                .setPass(1)
                .setRule("threshold")
                .setBecause("")
                .setRecycled(false)
                .setRecycledFrom(null)
                .setScore(new Score("M-MID", "NORM", points, points, points, points, points, List.of()))
                .build();
    }

    static HandoffChanged handoff(String lead, HandoffKind kind, long at) {
        return HandoffChanged.newBuilder()
                .setOccurredAt(minute(at))
                .setSubjectId(lead)
                .setPass(1)
                .setHandoff("marketing-to-sales")
                .setKind(kind)
                .setFrom("marketing")
                .setTo("sales")
                .setClock("first-contact")
                .build();
    }
}

package io.revstream.sla;

import io.revstream.events.SlaClockChanged;
import io.revstream.events.SlaStepReached;
import io.revstream.policy.SlaRules.Start;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static io.revstream.sla.ClockTrack.ANN;
import static io.revstream.sla.ClockTrack.BOB;
import static io.revstream.sla.ClockTrack.at;
import static org.assertj.core.api.Assertions.assertThat;

class ClocksOfPoliciesTest {

    private static final String BY_TIER = """
                - clock: contact
                  calendar: office
                  starts: promotion
                  stops: {kinds: [CALL], by: REP}
                  target: 2bd
                  variants:
                    - {variant: tier-1, when: {attribute: tier, from: 1, to: 1}, target: 1h, chain: [{step: urgent, at: 1h, says: BREACHED, tells: manager}]}
                    - {variant: tier-2, when: {attribute: tier, from: 2, to: 2}, target: 4h}
                    - {variant: tier-3, when: {attribute: tier, from: 3, to: 3}, target: 0bd}
                    - {variant: big, when: {attribute: employees, from: 501}, target: 2h}
                    - {variant: of-east, when: {attribute: team, in: [east]}, target: 5h}
                  chain:
                    - {step: late, overdue: 1min, says: BREACHED, tells: owner}
            """;

    @Test
    @Tag("SLA-22")
    void the_tier_of_the_account_decides_the_target() {
        assertThat(started(Map.of("tier", "1"))).containsExactly("contact tier-1 STARTED due Mon 11:00");
        assertThat(started(Map.of("tier", "2"))).containsExactly("contact tier-2 STARTED due Mon 14:00");
        assertThat(started(Map.of("tier", "3"))).containsExactly("contact tier-3 STARTED due Mon 17:00");
        assertThat(started(Map.of())).containsExactly("contact STARTED due Wed 10:00");
    }

    @Test
    @Tag("SLA-22")
    void of_several_targets_the_strictest_wins() {
        assertThat(started(Map.of("tier", "2", "employees", "900")))
                .containsExactly("contact big STARTED due Mon 12:00");
        assertThat(started(Map.of("tier", "1", "employees", "900")))
                .containsExactly("contact tier-1 STARTED due Mon 11:00");
        assertThat(started(Map.of("tier", "3", "employees", "900")))
                .containsExactly("contact big STARTED due Mon 12:00");
    }

    @Test
    @Tag("SLA-35")
    void another_chain_applies_to_another_segment() {
        ClockTrack first = ClockTrack.of(BY_TIER).knowing(Map.of("tier", "1")).promoted("Mon 10:00");
        first.assigned(1, ANN, "Mon 10:00").forget().until("Fri 17:00");
        assertThat(first.told).containsExactly("Mon 11:00 urgent BREACHED manager");
        ClockTrack second = ClockTrack.of(BY_TIER).knowing(Map.of("tier", "2")).promoted("Mon 10:00");
        second.assigned(1, ANN, "Mon 10:00").forget().until("Fri 17:00");
        assertThat(second.told).containsExactly("Mon 14:01 late BREACHED owner");
    }

    @Test
    @Tag("SLA-35")
    void a_target_may_depend_on_the_team_that_has_the_lead() {
        ClockTrack track = ClockTrack.of(BY_TIER).promoted("Mon 10:00").forget().queued(1, "Mon 10:30");
        assertThat(track.told).containsExactly("contact of-east RESCHEDULED due Mon 15:00");
        assertThat(((SlaClockChanged) track.outcomes.get(0).event("lead-1")).getVariant())
                .isEqualTo("of-east");
    }

    @Test
    void a_tier_that_is_known_later_on_moves_the_deadline_once_and_nothing_is_reached_before_it_was_known() {
        ClockTrack track = ClockTrack.of(BY_TIER).promoted("Mon 10:00").forget();
        track.knowing(Map.of("tier", "1")).take(track.clocks.learned(track.terms, known -> false, at("Mon 11:30")));
        assertThat(track.told).containsExactly("contact tier-1 RESCHEDULED due Mon 11:00");
        assertThat(track.clocks.nextDue()).isEqualTo(at("Mon 11:30"));
        track.forget().knowing(Map.of("tier", "2"));
        track.take(track.clocks.learned(track.terms, known -> false, at("Mon 11:31")));
        assertThat(track.told).isEmpty();
    }

    @Test
    void a_clock_of_some_leads_starts_for_them_only_and_later_if_that_is_known_with_the_assignment() {
        String clocks = """
                    - {clock: contact, calendar: office, starts: promotion, when: {attribute: tier, from: 1, to: 1}, stops: {kinds: [CALL]}, target: 4bh,
                       chain: [{step: late, at: 4bh, says: BREACHED, tells: manager}]}
                """;
        ClockTrack none = ClockTrack.of(clocks).promoted("Mon 10:00").assigned(1, ANN, "Mon 10:05");
        assertThat(none.told).isEmpty();
        ClockTrack late = ClockTrack.of(clocks).promoted("Mon 10:00").knowing(Map.of("tier", "1"));
        late.assigned(1, ANN, "Mon 10:05");
        assertThat(late.told).containsExactly("contact STARTED due Mon 14:00");
        assertThat(late.clocks.running().get(0).startedAt()).isEqualTo(at("Mon 10:00"));
    }

    @Test
    void a_clock_may_count_from_the_form_before_the_promotion() {
        String clocks = """
                    - clock: contact
                      calendar: office
                      starts: {with: promotion, since: [{kind: FORM_SUBMITTED}]}
                      stops: {kinds: any, by: REP}
                      target: 1h
                      chain: [{step: late, at: 1h, says: BREACHED, tells: manager}]
                """;
        ClockTrack track = ClockTrack.of(clocks);
        track.terms =
                track.terms.since(signals -> signals.get(0).kind().equals("FORM_SUBMITTED") ? at("Mon 09:10") : null);
        track.promoted("Mon 10:00").assigned(1, ANN, "Mon 10:00");
        assertThat(track.told.get(0)).isEqualTo("contact STARTED due Mon 10:10");
        track.forget().did("NOTE", "Mon 10:05");
        assertThat(track.told).containsExactly("contact MET at Mon 10:05");
        assertThat(((SlaClockChanged) track.outcomes.get(0).event("lead-1")).getWorkingMillis())
                .isEqualTo(Duration.ofMinutes(55).toMillis());
        assertThat(((SlaClockChanged) track.outcomes.get(0).event("lead-1")).getOwnerMillis())
                .isEqualTo(Duration.ofMinutes(5).toMillis());
    }

    private static final String HALF_DAYS = """
                - clock: silence
                  calendar: office
                  starts: promotion
                  engaged: {kinds: [CALL, MEETING_HELD]}
                  stops: {kinds: [CALL, MEETING_HELD]}
                  restarts: {kinds: [EMAIL_SENT], by: REP}
                  target: 24h
                  chain:
                    - {step: warn, at: 12h, says: WARNED, tells: owner}
                    - {step: manager, at: 24h, says: BREACHED, tells: manager}
            """;

    @Test
    void each_contact_restarts_a_clock_of_silence() {
        ClockTrack track = ClockTrack.of(HALF_DAYS).promoted("Mon 10:00").assigned(1, ANN, "Mon 10:00");
        track.forget().did("EMAIL_SENT", "Mon 20:00").until("Tue 09:00");
        assertThat(track.told)
                .containsExactly(
                        "silence MET at Mon 20:00", "silence STARTED due Tue 20:00", "Tue 08:00 warn WARNED owner");
        track.forget().did("CALL", "Tue 10:00").until("Fri 10:00");
        assertThat(track.told).containsExactly("silence MET at Tue 10:00");
    }

    @Test
    void an_email_that_is_reported_late_takes_back_the_warning_and_the_next_one_counts_from_it() {
        ClockTrack track = ClockTrack.of(HALF_DAYS).promoted("Mon 10:00").assigned(1, ANN, "Mon 10:00");
        track.until("Mon 23:00").forget().reported("EMAIL_SENT", "Mon 21:00");
        assertThat(track.told)
                .containsExactly(
                        "Mon 22:00 warn WITHDRAWN owner", "silence MET at Mon 21:00", "silence STARTED due Tue 21:00");
        track.forget().until("Tue 10:00");
        assertThat(track.told).containsExactly("Tue 09:00 warn WARNED owner");
    }

    @Test
    void an_email_reported_after_the_call_that_followed_it_leaves_the_same_behind() {
        ClockTrack inOrder = ClockTrack.of(HALF_DAYS).promoted("Mon 10:00").assigned(1, ANN, "Mon 10:00");
        inOrder.reported("EMAIL_SENT", "Mon 12:00").reported("CALL", "Mon 12:05");
        ClockTrack reverse = ClockTrack.of(HALF_DAYS).promoted("Mon 10:00").assigned(1, ANN, "Mon 10:00");
        reverse.reported("CALL", "Mon 12:05").forget().reported("EMAIL_SENT", "Mon 12:00");
        assertThat(reverse.told)
                .containsExactly(
                        "silence MET at Mon 12:00", "silence STARTED due Tue 12:00", "silence MET at Mon 12:05");
        assertThat(reverse.clocks.running()).isEqualTo(inOrder.clocks.running()).isEmpty();
        assertThat(reverse.clocks.ended()).isEqualTo(inOrder.clocks.ended());
    }

    @Test
    void who_was_called_last_is_engaged_and_gets_no_clock_whenever_the_call_is_reported() {
        ClockTrack before = ClockTrack.of(HALF_DAYS).did("CALL", "Mon 09:00").promoted("Mon 10:00");
        assertThat(before.told).isEmpty();
        ClockTrack emailed = ClockTrack.of(HALF_DAYS)
                .did("CALL", "Mon 09:00")
                .did("EMAIL_SENT", "Mon 09:30")
                .promoted("Mon 10:00");
        assertThat(emailed.told).containsExactly("silence STARTED due Tue 10:00");
        ClockTrack after = ClockTrack.of(HALF_DAYS).promoted("Mon 10:00").reported("CALL", "Mon 09:00");
        assertThat(after.told).containsExactly("silence STARTED due Tue 10:00", "silence WITHDRAWN due Tue 10:00");
        assertThat(after.clocks.running()).isEmpty();
    }

    private static final String CALL_BACKS = """
                - clock: contact
                  calendar: office
                  starts: promotion
                  stops: {kinds: [CALL], by: REP}
                  pauses: {from: [CALL_BACK_AGREED], until: [CALL_BACK_DUE], most: 1bd}
                  target: 4bh
                  chain:
                    - {step: warn, at: 3bh, says: WARNED, tells: owner}
                    - {step: late, at: 4bh, says: BREACHED, tells: manager}
                    - {step: escalate, at: 24h, says: BREACHED, tells: revops}
            """;

    @Test
    void a_pause_puts_off_all_that_is_due_until_it_is_over() {
        ClockTrack track = ClockTrack.of(CALL_BACKS)
                .promoted("Mon 09:00")
                .assigned(1, ANN, "Mon 09:00")
                .forget();
        track.did("CALL_BACK_AGREED", "Mon 10:00")
                .did("CALL_BACK_DUE", "Mon 15:00")
                .until("Wed 17:00");
        assertThat(track.told)
                .containsExactly(
                        "contact PAUSED due Tue 13:00",
                        "contact RESUMED due Tue 10:00",
                        "Mon 17:00 warn WARNED owner",
                        "Tue 10:00 late BREACHED manager",
                        "Tue 14:00 escalate BREACHED revops");
        track.forget().did("CALL", "Thu 09:00");
        SlaClockChanged met = (SlaClockChanged) track.outcomes.get(0).event("lead-1");
        assertThat(met.getPausedMillis()).isEqualTo(Duration.ofHours(5).toMillis());
        assertThat(met.getWorkingMillis()).isEqualTo(Duration.ofHours(24).toMillis());
        assertThat(met.getOwnerMillis()).isEqualTo(Duration.ofHours(19).toMillis());
        assertThat(met.getLate()).isTrue();
    }

    @Test
    void a_pause_ends_by_itself() {
        ClockTrack track = ClockTrack.of(CALL_BACKS)
                .promoted("Mon 09:00")
                .assigned(1, ANN, "Mon 09:00")
                .forget();
        track.did("CALL_BACK_AGREED", "Mon 10:00").until("Tue 12:30");
        assertThat(track.told)
                .containsExactly(
                        "contact PAUSED due Tue 13:00", "contact RESUMED due Tue 13:00", "Tue 12:00 warn WARNED owner");
    }

    @Test
    void a_pause_reported_late_takes_back_what_was_said_while_the_clock_stood_still() {
        ClockTrack track = ClockTrack.of(CALL_BACKS).promoted("Mon 09:00").assigned(1, ANN, "Mon 09:00");
        track.until("Mon 13:00").forget().reported("CALL_BACK_AGREED", "Mon 11:30");
        assertThat(track.told)
                .containsExactly(
                        "Mon 12:00 warn WITHDRAWN owner",
                        "Mon 13:00 late WITHDRAWN manager",
                        "contact PAUSED due Tue 13:00");
        track.forget().reported("CALL_BACK_DUE", "Mon 12:00").until("Mon 14:00");
        assertThat(track.told)
                .containsExactly(
                        "contact RESUMED due Mon 13:30",
                        "Mon 12:30 warn WARNED owner",
                        "Mon 13:30 late BREACHED manager");
    }

    @Test
    void a_pause_reported_after_the_contact_corrects_its_verdict() {
        ClockTrack track = ClockTrack.of(CALL_BACKS).promoted("Mon 09:00").assigned(1, ANN, "Mon 09:00");
        track.did("CALL", "Mon 13:30").forget().reported("CALL_BACK_AGREED", "Mon 12:30");
        assertThat(track.told).containsExactly("Mon 13:00 late WITHDRAWN manager", "contact MET at Mon 13:30");
    }

    private static final String AWAY = """
                - clock: contact
                  calendar: office
                  starts: promotion
                  away: pauses
                  stops: {kinds: [CALL], by: REP}
                  target: 4bh
                  chain:
                    - {step: warn, at: 3bh, says: WARNED, tells: owner}
                    - {step: late, at: 4bh, says: BREACHED, tells: manager}
            """;

    @Test
    void business_time_stands_still_while_the_owner_is_away_and_deadlines_move_with_his_absences() {
        Assignee planned = away(ANN, "Mon 12:00", "Wed 00:00");
        ClockTrack track = ClockTrack.of(AWAY).promoted("Mon 10:00").forget().assigned(1, planned, "Mon 10:00");
        assertThat(track.told).containsExactly("contact RESCHEDULED due Wed 11:00");
        track.forget().changed(away(ANN, "Mon 12:00", "Thu 00:00"), "Mon 11:00");
        assertThat(track.told).containsExactly("contact RESCHEDULED due Thu 11:00");
        track.forget().changed(ANN, "Mon 11:30").until("Mon 13:00");
        assertThat(track.told).containsExactly("contact RESCHEDULED due Mon 14:00", "Mon 13:00 warn WARNED owner");
        track.forget().changed(away(ANN, "Mon 13:30", "Tue 00:00"), "Mon 13:30").until("Wed 17:00");
        assertThat(track.told).containsExactly("contact RESCHEDULED due Tue 09:30", "Tue 09:30 late BREACHED manager");
    }

    @Test
    void an_absence_that_lies_behind_the_owner_stays_when_it_is_not_told_any_more() {
        ClockTrack track = ClockTrack.of(AWAY).promoted("Mon 10:00");
        track.assigned(1, away(ANN, "Mon 11:00", "Mon 13:00"), "Mon 10:00").forget();
        track.changed(away(ANN, "Fri 09:00", "Fri 17:00"), "Mon 14:00").until("Mon 16:00");
        assertThat(track.told).containsExactly("Mon 15:00 warn WARNED owner", "Mon 16:00 late BREACHED manager");
    }

    @Test
    void time_away_counts_where_the_policy_does_not_say_that_it_pauses() {
        ClockTrack track =
                ClockTrack.of(AWAY.replace("away: pauses", "away: counts")).promoted("Mon 10:00");
        track.assigned(1, away(ANN, "Mon 11:00", "Fri 00:00"), "Mon 10:00")
                .forget()
                .until("Mon 13:00");
        assertThat(track.told).containsExactly("Mon 13:00 warn WARNED owner");
    }

    @Test
    void deadlines_move_with_the_calendar_of_the_policy_but_not_with_its_targets() {
        ClockTrack track = ClockTrack.of(AWAY)
                .promoted("Mon 10:00")
                .assigned(1, ANN, "Mon 10:00")
                .forget();
        SlaTerms before = track.terms;
        track.terms = ClockTrack.of(AWAY.replace("4bh", "6bh")).terms;
        track.take(track.clocks.recalendared(track.terms, at("Mon 10:30")));
        assertThat(track.told).isEmpty();
        track.terms = new SlaTerms(before.rules(), Map.of("office", Offices.everyDay("10:00", "12:00")));
        track.take(track.clocks.recalendared(track.terms, at("Mon 11:00")));
        assertThat(track.told).containsExactly("contact RESCHEDULED due Tue 12:00");
    }

    @Test
    void a_step_comes_again_and_again_in_business_hours_until_the_lead_is_taken() {
        String sweep = """
                    - clock: sweep
                      calendar: office
                      starts: promotion
                      stops: {kinds: any, by: REP}
                      target: 48h
                      chain:
                        - {step: nag, from: 24h, every: 4bh, until: 48h, says: WARNED, tells: owner}
                        - {step: take, at: 48h, says: BREACHED, tells: manager, then: REASSIGN}
                      reassignments: 1
                """;
        ClockTrack track = ClockTrack.of(sweep).promoted("Mon 10:00").assigned(1, ANN, "Mon 10:00");
        track.forget().until("Fri 17:00");
        assertThat(track.told)
                .containsExactly(
                        "Tue 10:00 nag WARNED owner",
                        "Tue 14:00 nag 2 WARNED owner",
                        "Wed 10:00 take BREACHED manager REASSIGN",
                        "sweep STOPPED due Wed 10:00");
        assertThat(((SlaStepReached) track.outcomes.get(1).event("lead-1")).getOccurrence())
                .isEqualTo(2);
    }

    @Test
    void steps_may_count_from_the_target() {
        String overdue = """
                    - clock: follow-up
                      calendar: office
                      starts: assignment
                      stops: {kinds: [CALL]}
                      target: 4h
                      chain:
                        - {step: chat, at: 4h, says: BREACHED, tells: owner}
                        - {step: manager, overdue: 2h, says: BREACHED, tells: manager}
                        - {step: take, overdue: 4h, says: BREACHED, tells: manager, then: REASSIGN}
                      reassignments: 1
                """;
        ClockTrack track = ClockTrack.of(overdue).promoted("Mon 09:00").assigned(1, ANN, "Mon 10:00");
        track.forget().until("Mon 23:00");
        assertThat(track.told)
                .containsExactly(
                        "Mon 14:00 chat BREACHED owner",
                        "Mon 16:00 manager BREACHED manager",
                        "Mon 18:00 take BREACHED manager REASSIGN",
                        "follow-up STOPPED due Mon 14:00");
    }

    @Test
    @Tag("SLA-32")
    void a_reassignment_restarts_the_clock_and_says_from_whom_it_was_taken_and_by_which_step() {
        String backup = """
                    - clock: accept
                      calendar: office
                      starts: promotion
                      stops: {event: accepted}
                      target: 4h
                      chain:
                        - step: backup
                          at: 4h
                          says: BREACHED
                          tells: backup
                          then: BACKUP
                          does: [{action: "Urgent: reassigned due to SLA breach", kind: TASK, port: tasks, to: new-owner}]
                      reassignments: 1
                """;
        ClockTrack track = ClockTrack.of(backup).promoted("Mon 09:00").assigned(1, ANN, "Mon 09:00");
        track.forget().until("Mon 13:00");
        assertThat(track.told)
                .containsExactly("Mon 13:00 backup BREACHED backup BACKUP", "accept STOPPED due Mon 13:00");
        SlaStepReached step = (SlaStepReached) track.outcomes.get(0).event("lead-1");
        assertThat(step.getAction()).isEqualTo("BACKUP");
        assertThat(step.getRecipientId()).isEqualTo("backup-of-ann");
        assertThat(step.getOwnerId()).isEqualTo("ann");
        assertThat(track.clocks.running()).isEmpty();

        Progress next = track.clocks.assigned(track.terms, 1, 2, BOB, at("Mon 13:10"));
        track.forget().take(next);
        assertThat(track.told).containsExactly("accept STARTED due Mon 17:10", "taken over from ann");
        assertThat(next.clocks().running().get(0).assignee().ownerId()).isEqualTo("bob");
        assertThat(next.clocks().running().get(0).reached()).isEmpty();
        assertThat(track.terms.does(next.takenOver().get(0)))
                .extracting("action", "to")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Urgent: reassigned due to SLA breach", "new-owner"));
        track.forget().until("Tue 17:00");
        assertThat(track.told).containsExactly("Mon 17:10 backup BREACHED manager");
    }

    private static final String CHAIN = """
                - clock: contact
                  calendar: office
                  starts: promotion
                  stops: {kinds: [CALL], by: REP}
                  target: 4h
                  chain:
                    - {step: remind, at: 3h, says: WARNED, tells: owner}
                    - {step: late, at: 4h, says: BREACHED, tells: manager}
                    - {step: take, at: 6h, says: BREACHED, tells: manager, then: REASSIGN}
                  reassignments: 1
            """;

    @Test
    void steps_that_concern_an_owner_wait_for_one_and_nobody_loses_what_he_has_just_got() {
        ClockTrack track = ClockTrack.of(CHAIN).promoted("Mon 09:00").queued(1, "Mon 09:00");
        track.forget().until("Mon 16:00");
        assertThat(track.told).containsExactly("Mon 13:00 late BREACHED manager");
        track.forget().assigned(1, ANN, "Mon 16:00").until("Mon 23:00");
        assertThat(track.told)
                .containsExactly(
                        "contact RESCHEDULED due Mon 13:00",
                        "Mon 16:00 remind WARNED owner",
                        "Mon 22:00 take BREACHED manager REASSIGN",
                        "contact STOPPED due Mon 13:00");
    }

    @Test
    void of_what_fell_due_before_he_got_the_lead_the_owner_is_told_the_last_alone_and_once() {
        String chain = CHAIN.replace("tells: owner}\n", """
                tells: owner}
                        - {step: again, from: 200min, says: WARNED, tells: owner, every: 30min, until: 8h}
                        - {step: backup, at: 210min, says: WARNED, tells: backup}
                """);
        ClockTrack track = ClockTrack.of(chain).promoted("Mon 09:00").queued(1, "Mon 09:00");
        track.until("Mon 14:00").forget().assigned(1, ANN, "Mon 14:00").until("Mon 14:30");
        assertThat(track.told)
                .containsExactly(
                        "contact RESCHEDULED due Mon 13:00",
                        "Mon 14:00 again 4 WARNED owner",
                        "Mon 14:20 again 5 WARNED owner");
        track.forget().changed(BOB, "Mon 14:30").until("Mon 14:50");
        assertThat(track.told).containsExactly("contact RESCHEDULED due Mon 13:00", "Mon 14:50 again 6 WARNED owner");
    }

    @Test
    void what_the_pipeline_took_to_find_an_owner_is_not_charged_to_him() {
        ClockTrack track = ClockTrack.of(CHAIN).promoted("Mon 09:00").forget();
        Wait wait = new Wait(at("Mon 09:00"), Duration.ofMinutes(30));
        track.assigned(1, ANN, wait, "Mon 11:00");
        assertThat(track.told).containsExactly("contact RESCHEDULED due Mon 14:30");
        track.forget().did("CALL", "Mon 14:00");
        SlaClockChanged met =
                (SlaClockChanged) track.outcomes.get(track.outcomes.size() - 1).event("lead-1");
        assertThat(met.getSystemMillis()).isEqualTo(Duration.ofMinutes(90).toMillis());
        assertThat(met.getOwnerMillis()).isEqualTo(Duration.ofHours(3).toMillis());
        assertThat(met.getWorkingMillis()).isEqualTo(Duration.ofHours(5).toMillis());
        assertThat(met.getLate()).isFalse();
    }

    @Test
    void a_short_delay_of_the_pipeline_moves_no_deadline() {
        ClockTrack track = ClockTrack.of(CHAIN).promoted("Mon 09:00").forget();
        take(track, ANN, new Wait(at("Mon 09:00"), Duration.ZERO), 59);
        assertThat(track.told).containsExactly("contact RESCHEDULED due Mon 13:00");
        ClockTrack longer = ClockTrack.of(CHAIN).promoted("Mon 09:00").forget();
        take(longer, ANN, new Wait(at("Mon 09:00"), Duration.ZERO), 60);
        assertThat(longer.told).containsExactly("contact RESCHEDULED due Mon 13:01");
    }

    @Test
    void after_an_outage_each_step_is_said_once_with_its_due_instant_and_what_a_later_one_overtook_is_marked() {
        ClockTrack track = ClockTrack.of(CHAIN).promoted("Mon 09:00").assigned(1, ANN, "Mon 09:00");
        track.forget().saidAt("Mon 14:00");
        assertThat(track.told)
                .containsExactly("Mon 12:00 remind WARNED owner superseded", "Mon 13:00 late BREACHED manager");
        SlaStepReached remind = (SlaStepReached) track.outcomes.get(0).event("lead-1");
        assertThat(remind.getStepDueAt()).isEqualTo(at("Mon 12:00"));
        assertThat(remind.getSaidAt()).isEqualTo(at("Mon 14:00"));
        track.forget().saidAt("Mon 14:30");
        assertThat(track.told).isEmpty();
    }

    @Test
    void a_step_that_is_hardly_late_is_not_superseded() {
        String close = CHAIN.replace("at: 3h", "at: 239min");
        ClockTrack track = ClockTrack.of(close).promoted("Mon 09:00").assigned(1, ANN, "Mon 09:00");
        track.forget().saidAt("Mon 13:14");
        assertThat(track.told).containsExactly("Mon 12:59 remind WARNED owner", "Mon 13:00 late BREACHED manager");
    }

    @Test
    void contacts_in_the_backlog_of_an_outage_prevent_false_alarms() {
        ClockTrack track = ClockTrack.of(CHAIN).promoted("Mon 09:00").assigned(1, ANN, "Mon 09:00");
        // The backlog is read before the tick that would have told of the breach.
        track.forget().did("CALL", "Mon 11:00").saidAt("Mon 15:00");
        assertThat(track.told).containsExactly("contact MET at Mon 11:00");
    }

    @Test
    void deals_have_clocks_of_their_own_which_each_stage_may_restart() {
        String deals = """
                    - clock: ninety-days
                      of: deal
                      calendar: office
                      starts: created
                      stops: {dealStage: Won}
                      restarts: {event: advanced}
                      target: 3d
                      chain: [{step: stuck, at: 3d, says: BREACHED, tells: owner}]
                    - {clock: handoff, of: deal, calendar: office, starts: won, stops: {dealField: [kickoff]}, target: 2bd, chain: [{step: late, at: 2bd, says: BREACHED, tells: revops}]}
                """;
        ClockTrack track = ClockTrack.ofDeals(deals).changed(ANN, "Mon 10:00").began(Start.CREATED, "Mon 10:00");
        assertThat(track.told).containsExactly("ninety-days STARTED due Thu 10:00");
        track.forget().entered("Open", List.of("Open"), "Wed 10:00").until("Sat 10:00");
        assertThat(track.told)
                .containsExactly(
                        "ninety-days MET at Wed 10:00",
                        "ninety-days STARTED due Sat 10:00",
                        "Sat 10:00 stuck BREACHED owner");
        assertThat(((SlaStepReached) track.outcomes.get(2).event("deal-1")).getSubject())
                .isEqualTo("deal");
        track.forget().entered("Won", List.of("Open", "Won"), "Sat 11:00").began(Start.WON, "Sat 11:00");
        assertThat(track.told).containsExactly("ninety-days MET at Sat 11:00 late", "handoff STARTED due Wed+ 09:00");
        track.forget().take(track.clocks.learned(track.terms, "kickoff"::equals, at("Mon+ 10:00")));
        assertThat(track.told).containsExactly("handoff MET at Mon+ 10:00");
        assertThat(ClockTrack.of(deals).began(Start.CREATED, "Mon 10:00").told).isEmpty();
    }

    private static void take(ClockTrack track, Assignee owner, Wait wait, int seconds) {
        track.take(track.clocks.assigned(
                track.terms, 1, 1, owner, wait, at("Mon 09:00").plusSeconds(seconds)));
    }

    private static Assignee away(Assignee who, String from, String until) {
        return ClockTrack.person(who.ownerId(), "UTC-04:00", List.of(Standstill.absence(at(from), at(until))));
    }

    private static List<String> started(Map<String, String> known) {
        return ClockTrack.of(BY_TIER).knowing(known).promoted("Mon 10:00").told;
    }
}

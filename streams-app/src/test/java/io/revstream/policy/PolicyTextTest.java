package io.revstream.policy;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PolicyTextTest {

    @Test
    void a_policy_is_shown_with_its_stages_points_branches_chains_and_reasons() {
        assertThat(PolicyText.of(PolicyReader.read("p", SmallPolicy.YAML).orThrow()))
                .isEqualTo("""
                Policy small, version small-1
                Last calibrated on 2026-10-01

                Stages
                  Lead > MQL > SQL > Customer > Evangelist
                  Lead           as soon as known name, email
                  MQL            after a promotion
                  SQL            as soon as accepted is true
                  Customer       as soon as dealOutcome is won
                  Evangelist     as soon as known advocacy
                  Evangelist     owned by success
                  Customers from Customer on
                  A lost deal: keep

                Scoring model M
                  For every lead
                  Threshold 60; NORM of fit 40 % and engagement 60 %; at least 1 fit and 1 engagement
                  Fit (30 at most)
                     +10  size                 employees from 50 to 500
                     +10  country              country is no or se
                     +10  level                titleLevel is vp
                  Engagement (50 at most)
                     +20  demo                 DEMO_REQUEST
                     +15  pricing              PAGE_VIEW of pricing, less 5 every 1w
                      +5  blog                 3 times PAGE_VIEW of blog within 7d
                     +10  download             CONTENT_DOWNLOADED
                  Negative
                     -10  personal             emailKind is personal
                     -10  silent               no engagement for 30d

                Promotion to MQL: the first rule that holds, once in each pass
                  From Lead; a recycled lead from wherever it stands
                    threshold            threshold and floors of the model
                    pricing-and-form     PAGE_VIEW of pricing and FORM_SUBMITTED within 7d

                Routing: the first branch that holds decides
                   1  named            -> account-owner             account is named
                   2  west             -> West                      region is us-ca and employees from 50
                   3  default          -> East                      every lead
                  Rotation: even; at most 25 open leads of a rep; counts reset weekly; calendar office

                SLA clock contact
                  From promotion, due in 1bd; calendar office (09:00-17:00)
                  Stops with CALL by rep
                       4bh  warn                 warned to owner
                       1bd  late                 breached to manager
                      12bh  move                 breached to manager, lead is reassigned
                  At most 1 reassignments

                SLA clock queue
                  From queued, due in 1h; calendar office (09:00-17:00)
                  Stops with assignment
                        1h  late                 breached to manager

                Rejection, always with a reason
                  FIT-01   Too small                                    nurture, again when employees changes, again after 90d
                  Recycled leads keep their fit and begin with 0 engagement points

                Accounts
                  A contact is engaged from 20 engagement points; up to 10 engaged contacts are counted
                  At most 5000 contacts are kept
                  The engagement of an account is told with every change of a contact, and its 10 greatest contributions

                Deal stages
                  Open           open  needs value
                  Won            won   needs contract
                  Lost           lost  needs lossReason
                  A new deal needs value; a forecast review after 2 pushes

                Calibration quarterly
                  Over 6mo to 12mo of won deals; a threshold lets 80 % of them pass; intervals of 95 %; score bands of 10 points
                  Warns below 30 % of MQLs accepted; above 50 % of rejections with ENG-02, QUAL-01, QUAL-02, QUAL-03
                  Warns of MQLs that grow by more than 0 % without wins

                Fields, and who answers for them
                  email                text, any value; marketing; from crm
                """);
    }

    @Test
    void what_makes_an_activity_suspect_is_said_in_a_line_for_each_sign() {
        String yaml = SmallPolicy.with("""
                nonHuman:
                  flag: bot
                  userAgents: [Crawler, spider]
                  afterSend: {kinds: [EMAIL_OPENED, EMAIL_CLICKED], within: 5s}
                  burst: {kinds: [EMAIL_CLICKED], links: 3, within: 10s}
                  withdrawAfter: 7d
                mql:
                """, "mql:\n");

        assertThat(PolicyText.of(PolicyReader.read("p", yaml).orThrow())).contains("""
                Activities of machines, which wait in quarantine
                  Flagged by the producer: bot is true
                  User agent holds crawler or spider
                  Within 5s of the sending: EMAIL_OPENED or EMAIL_CLICKED
                  3 different links within 10s: EMAIL_CLICKED
                  Without a verdict they are withdrawn after 7d
                """);
    }

    @Test
    void what_keeps_a_lead_with_an_owner_and_what_a_promotion_waits_for_are_said_where_they_are_set() {
        String routing = "countResets: weekly, calendar: office}\n";
        String yaml =
                SmallPolicy.with(routing + "  sticky: true\n  hops: 3\naccounts: {answerWithin: 1min}\n", routing);

        assertThat(PolicyText.of(PolicyReader.read("p", yaml).orThrow()))
                .contains("  A lead that comes back goes to whom it had before, if he can take it\n")
                .contains("  At most 3 owners of a lead in a pass; then it stays, and the manager is told\n")
                .contains("  A promotion waits up to 1min to hear whether the account is a customer\n");
    }

    @Test
    void nothing_that_a_preset_names_is_left_out() {
        Policy policy = Presets.policy("mid-market");
        String text = PolicyText.of(policy);

        policy.scoring().models().forEach(model -> {
            model.fit().forEach(rule -> assertThat(text).contains(rule.rule()));
            model.engagement().forEach(rule -> assertThat(text).contains(rule.rule()));
            model.negative().forEach(rule -> assertThat(text).contains(rule.rule()));
        });
        policy.routing().tree().forEach(branch -> assertThat(text).contains(branch.branch()));
        policy.sla()
                .clocks()
                .forEach(clock -> clock.chain().forEach(step -> assertThat(text).contains(step.step())));
        policy.mql().rules().forEach(rule -> assertThat(text).contains(rule.rule()));
        assertThat(text).contains(policy.mql().manual());
        assertThat(text).contains(policy.rejection().recycling().sequence());
        policy.rejection().reasons().keySet().forEach(code -> assertThat(text).contains(code));
        policy.pipeline().stages().forEach(stage -> assertThat(text).contains(stage.stage()));
    }

    @Test
    void clocks_say_all_that_moves_them() {
        String clock = """
                    - clock: silence
                      calendar: office
                      when: {attribute: tier, from: 1, to: 2}
                      engaged: {kinds: [CALL]}
                      starts: {with: promotion, since: [{kind: FORM_SUBMITTED}]}
                      stops: {kinds: any, by: REP}
                      restarts: {kinds: [EMAIL_SENT], event: advanced}
                      pauses: {from: [CALL_BACK_AGREED], until: [CALL_BACK_DUE], most: 5bd}
                      away: pauses
                      target: 4h
                      variants: [{variant: big, when: {attribute: employees, from: 501}, target: 0bd, chain: [{step: now, at: 1h, says: WARNED, tells: backup, then: BACKUP}]}]
                      chain:
                        - {step: nag, from: 1h, every: 30min, until: 4h, says: WARNED, tells: owner}
                        - {step: late, overdue: 2h, says: BREACHED, tells: revops, does: [{action: call, kind: TASK, port: tasks, to: new-owner}]}
                      reassignments: 1
                    - clock: queue
                """;
        String text = PolicyText.of(PolicyReader.read("p", SmallPolicy.with(clock, "    - clock: queue\n"))
                .orThrow());
        assertThat(text).contains("""
                        SLA clock silence
                          From the latest FORM_SUBMITTED before promotion, due in 4h; calendar office (09:00-17:00)
                          Only if tier from 1 to 2
                          Not where the latest contact was CALL
                          Stops with any activity by rep
                          Starts anew with EMAIL_SENT, each entry of a stage
                          Pauses with CALL_BACK_AGREED until CALL_BACK_DUE, or 5bd later
                          Business time stands still while the owner is away
                                1h  nag                  warned to owner, again every 30min before 4h
                               +2h  late                 breached to revops; asks for call
                          big: due in 0bd if employees from 501
                                1h  now                  warned to backup, lead goes to the backup
                          At most 1 reassignments
                        """);
    }
}

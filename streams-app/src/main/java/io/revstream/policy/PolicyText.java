package io.revstream.policy;

import io.revstream.policy.SlaRules.Clock;
import java.util.List;
import java.util.Locale;

/** A policy as plain text for those who work by it. */
public final class PolicyText {

    private final StringBuilder text = new StringBuilder();

    private PolicyText() {}

    /** The text, with a line break after each line. */
    public static String of(Policy policy) {
        PolicyText text = new PolicyText();
        text.head(policy);
        text.title("Stages");
        LifecycleText.of(policy.lifecycle()).forEach(line -> text.line("  %s", line));
        policy.scoring().models().forEach(text::model);
        text.nonHuman(policy.nonHuman());
        text.mql(policy.mql());
        text.routing(policy);
        policy.sla().clocks().forEach(clock -> text.clock(clock, policy));
        text.speed(policy.speedToLead());
        text.rejection(policy.rejection());
        text.accounts(policy.accounts());
        text.pipeline(policy.pipeline());
        text.calibration(policy.calibration());
        text.fields(policy);
        return text.text.toString();
    }

    private void head(Policy policy) {
        line("Policy %s, version %s", policy.name(), policy.version());
        if (!policy.summary().isEmpty()) {
            line("%s", policy.summary());
        }
        if (policy.profile().lastCalibrated() != null) {
            line("Last calibrated on %s", policy.profile().lastCalibrated());
        }
    }

    private void fields(Policy policy) {
        title("Fields, and who answers for them");
        policy.fields()
                .forEach((name, field) -> line(
                        "  %-20s %s, %s; %s; from %s",
                        name,
                        field.type().name().toLowerCase(Locale.ROOT),
                        field.allowed() == null ? "any value" : String.join(" or ", field.allowed()),
                        field.owner(),
                        String.join(", then ", field.sources())));
        if (!policy.benchmarks().isEmpty()) {
            title("Benchmarks of conversion");
            policy.benchmarks()
                    .forEach(one -> line("  %s to %s: %d to %d %%", one.from(), one.to(), one.least(), one.most()));
        }
    }

    private void model(ScoringModel model) {
        title("Scoring model " + model.name());
        line("  For %s", model.when().isEmpty() ? "every lead" : RuleWords.conditions(model.when()));
        line(
                "  Threshold %d; %s of fit %d %% and engagement %d %%; at least %d fit and %d engagement",
                model.threshold(),
                model.combination(),
                model.fitWeight(),
                model.engagementWeight(),
                model.fitFloor(),
                model.engagementFloor());
        if (model.engagementCondition() != null) {
            line("  And in the time up to now: %s", model.engagementCondition().words());
        }
        line("  Fit (%d at most)", model.fitMaximum());
        model.fit().forEach(rule -> points(rule.points(), rule.rule(), RuleWords.fit(rule)));
        line("  Engagement (%d at most)", model.engagementMaximum());
        model.engagement().forEach(rule -> points(rule.points(), rule.rule(), RuleWords.engagement(rule)));
        line("  Negative");
        model.negative().forEach(rule -> points(rule.points(), rule.rule(), RuleWords.negative(rule)));
    }

    private void points(int points, String rule, String why) {
        line("    %+4d  %-20s %s", points, rule, why);
    }

    private void nonHuman(NonHumanRules rules) {
        if (!rules.suspects()) {
            return;
        }
        title("Activities of machines, which wait in quarantine");
        if (rules.flag() != null) {
            line("  Flagged by the producer: %s is true", rules.flag());
        }
        if (!rules.userAgents().isEmpty()) {
            line("  User agent holds %s", String.join(" or ", rules.userAgents()));
        }
        if (rules.afterSend() != null) {
            line(
                    "  Within %s of the sending: %s",
                    rules.afterSend().within(),
                    String.join(" or ", rules.afterSend().kinds()));
        }
        if (rules.burst() != null) {
            line(
                    "  %d different links within %s: %s",
                    rules.burst().links(),
                    rules.burst().within(),
                    String.join(" or ", rules.burst().kinds()));
        }
        line(
                "  Without a verdict they %s",
                rules.withdrawAfter() == null ? "wait" : "are withdrawn after " + rules.withdrawAfter());
    }

    private void mql(MqlRules mql) {
        title("Promotion to MQL: the first rule that holds, once in each pass");
        line("  From %s; a recycled lead from wherever it stands", String.join(" or ", mql.openStages()));
        mql.rules().forEach(rule -> line("    %-20s %s", rule.rule(), MqlWords.rule(rule)));
        if (!mql.manual().isEmpty()) {
            line("    %-20s by %s", MqlRules.MANUAL, String.join(" or ", mql.manual()));
        }
        if (!mql.suppress().isEmpty()) {
            line("  Never: %s", String.join(", ", mql.suppress()));
        }
    }

    private void routing(Policy policy) {
        RoutingRules routing = policy.routing();
        title("Routing: the first branch that holds decides");
        RoutingText.tree(routing.tree(), routing).forEach(line -> line("  %s", line));
        if (routing.meeting() != null) {
            line("  Meetings, by %s:", String.join(" or ", routing.meeting().on()));
            RoutingText.tree(routing.meeting().tree(), routing).forEach(line -> line("  %s", line));
        }
        if (!routing.territories().isEmpty()) {
            line("  Territories: the first that holds");
            routing.territories().forEach(one -> line("    %s", RoutingText.territory(one, routing)));
        }
        if (!policy.likelyValue().rows().isEmpty()) {
            line("  Likely contract value of a year: the first that holds");
            policy.likelyValue().rows().forEach(row -> line("    %s", RoutingText.likelyValue(row)));
        }
        routing.teams().forEach((id, team) -> {
            List<String> words = TeamWords.of(team);
            if (!words.isEmpty()) {
                line("  Team %s: %s", team.name(), String.join("; ", words));
            }
        });
        RotationWords.lines(routing.rotation()).forEach(line -> line("  %s", line));
        if (routing.sticky()) {
            line("  A lead that comes back goes to whom it had before, if he can take it");
        }
        if (routing.hops() != null) {
            line("  At most %d owners of a lead in a pass; then it stays, and the manager is told", routing.hops());
        }
    }

    private void clock(Clock clock, Policy policy) {
        title("SLA clock " + clock.clock());
        SlaText.of(clock, policy.calendars().get(clock.calendar())).forEach(line -> line("  %s", line));
    }

    private void speed(SpeedRules rules) {
        if (rules != null) {
            title("Speed-to-lead");
            SpeedText.of(rules).forEach(line -> line("  %s", line));
        }
    }

    private void rejection(RejectionRules rejection) {
        title("Rejection" + (rejection.needsReason() ? ", always with a reason" : ""));
        if (rejection.anyReasonRecycles()) {
            line("  Every reason recycles, whatever it says");
        }
        rejection
                .reasons()
                .forEach(
                        (code, reason) -> line("  %-8s %-44s %s", code, reason.means(), RejectionWords.reason(reason)));
        line("  Recycled leads keep their fit and begin with %d engagement points", rejection.engagementBaseline());
        if (rejection.recycling() != null) {
            line("  Nurture: %s", RejectionWords.nurture(rejection.recycling()));
        }
    }

    private void accounts(AccountRules accounts) {
        title("Accounts");
        AccountText.of(accounts).forEach(line -> line("  %s", line));
    }

    private void pipeline(PipelineRules pipeline) {
        title("Deal stages");
        PipelineText.of(pipeline).forEach(line -> line("  %s", line));
    }

    private void calibration(CalibrationRules rules) {
        title("Calibration " + rules.cadence().word());
        line(
                "  Over %s to %s of won deals; a threshold lets %d %% of them pass; intervals of %d %%; score bands of %d points",
                rules.window().from(), rules.window().to(), rules.keepWins(), rules.confidence(), rules.bandWidth());
        line(
                "  Warns below %d %% of MQLs accepted; above %d %% of rejections with %s",
                rules.acceptanceBelow(),
                rules.notReady().above(),
                String.join(", ", rules.notReady().codes()));
        line("  Warns of MQLs that grow by more than %d %% without wins", rules.mqlGrowthAbove());
        if (rules.falsePositivesAbove() != null) {
            line("  Warns above %d %% of lost deals at the threshold", rules.falsePositivesAbove());
        }
        if (rules.mqlPerMonth() != null) {
            line(
                    "  Wanted: %d to %d MQLs a month",
                    rules.mqlPerMonth().from(), rules.mqlPerMonth().to());
        }
        if (rules.notice() != null) {
            line("  Tells %s through %s", rules.notice().to(), rules.notice().port());
        }
    }

    private void title(String title) {
        text.append('\n').append(title).append('\n');
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}

package io.revstream.calibration;

import io.revstream.policy.CalibrationRules;
import io.revstream.policy.CalibrationRules.Cadence;
import io.revstream.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What past outcomes ask of a policy. It proposes thresholds; points are left to people, who see which rules separate wins from losses
 * and what sales made of each (SCO-29).
 *
 * @param period whose outcomes were looked at
 * @param before thresholds of the policy
 * @param proposed thresholds that the outcomes ask for
 * @param searched how many closed leads the figures were found in
 * @param models one for each model with a total
 * @param volume MQLs as the policy made them
 * @param expected MQLs that the proposed thresholds would make, roughly: a run with them tells exactly
 * @param ruleLifts of scoring rules
 * @param attributeLifts of words of attributes
 * @param confidence of the lifts, in percent
 * @param cadence how often to calibrate
 * @param nextDue when to calibrate again, if it is done today
 */
public record Calibration(
        Period period,
        Thresholds before,
        Thresholds proposed,
        int searched,
        List<ModelProposal> models,
        Volume volume,
        Volume expected,
        List<Sign> signs,
        SalesVerdicts verdicts,
        List<Lift> ruleLifts,
        List<Lift> attributeLifts,
        int confidence,
        Cadence cadence,
        LocalDate nextDue) {

    public Calibration {
        models = List.copyOf(models);
        signs = List.copyOf(signs);
        ruleLifts = List.copyOf(ruleLifts);
        attributeLifts = List.copyOf(attributeLifts);
    }

    /** The period that a policy looks back on, from the end of a history. */
    public static Period period(Collection<LeadCase> cases, Policy policy, Instant until) {
        return Period.of(cases, policy.calibration().window(), until);
    }

    /**
     * Calibrates.
     *
     * @param until end of the history
     * @param today day of the calibration
     */
    public static Calibration of(
            Collection<LeadCase> cases, Policy policy, HoldOut holdOut, Instant until, LocalDate today) {
        CalibrationRules rules = policy.calibration();
        Period period = period(cases, policy, until);
        Thresholds now = Thresholds.of(policy);
        List<LeadCase> searched = period.of(holdOut.searched(cases));
        Expectation expectation = new Expectation(cases, period, now);
        ThresholdProposal proposal = new ThresholdProposal(rules, now, searched, expectation);
        Backtest backtest = Backtest.of(cases, now, rules, period);
        SalesVerdicts verdicts = SalesVerdicts.of(cases, period);
        WarningSigns warnings = new WarningSigns(rules);
        List<Sign> signs = new ArrayList<>(warnings.of(cases, backtest, verdicts, until));
        signs.add(warnings.overdue(policy.profile().lastCalibrated(), today));
        Confidence confidence = Confidence.of(rules.confidence());
        return new Calibration(
                period,
                now,
                proposal.thresholds(),
                (int) searched.stream().filter(LeadCase::isClosed).count(),
                proposal.models(),
                backtest.volume(),
                expectation.with(proposal.thresholds()),
                signs,
                verdicts,
                Lift.ofRules(searched, confidence),
                Lift.ofAttributes(searched, confidence),
                rules.confidence(),
                rules.cadence(),
                rules.cadence().after(today));
    }

    public boolean isChange() {
        return models.stream().anyMatch(ModelProposal::isChange);
    }
}

package io.revstream.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One version of the policy: every figure and rule that decides something.
 *
 * @param name preset or company name
 * @param version unique, never reused; every decision names it
 * @param lists named lists of lower-case words, used by rules
 * @param titles levels of job titles, in the order in which they are tried
 * @param calendars business calendars by name
 * @param ports outside systems that actions are asked of
 * @param nonHuman {@link NonHumanRules#NONE} when the policy suspects nothing
 * @param speedToLead null when it is not measured
 * @param fields governance of fields by name (DAT-12)
 * @param benchmarks conversions of good teams, for comparison; they decide nothing
 * @param activityKinds the kinds of activity that the policy or the published events know
 */
public record Policy(
        String name,
        String version,
        String summary,
        Profile profile,
        Map<String, Set<String>> lists,
        List<TitleLevel> titles,
        Map<String, CalendarRules> calendars,
        Ports ports,
        LifecycleRules lifecycle,
        ScoringRules scoring,
        NonHumanRules nonHuman,
        ActivityKinds activityKinds,
        MqlRules mql,
        RejectionRules rejection,
        AccountRules accounts,
        LikelyValue likelyValue,
        RoutingRules routing,
        SlaRules sla,
        SpeedRules speedToLead,
        PipelineRules pipeline,
        CalibrationRules calibration,
        Map<String, FieldRule> fields,
        List<Benchmark> benchmarks) {

    /** The words of a list, or none when the policy has no list of that name. */
    public Set<String> list(String name) {
        return lists.getOrDefault(name, Set.of());
    }
}

package io.revstream.sla;

import io.revstream.policy.CalendarRules;
import io.revstream.policy.EntryAction;
import io.revstream.policy.Facts;
import io.revstream.policy.Policy;
import io.revstream.policy.Signal;
import io.revstream.policy.SlaRules;
import io.revstream.policy.SlaRules.Clock;
import io.revstream.policy.SlaRules.Step;
import io.revstream.policy.SlaRules.Subject;
import io.revstream.policy.SlaRules.Variant;
import io.revstream.sla.SlaOutcome.StepReached;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a policy says about clocks, and what they may ask of their subject while one input is decided on.
 *
 * @param rules the clocks
 * @param calendars business calendars by name
 * @param subject which clocks are meant: those of leads, or of deals
 * @param facts what is known of the subject; conditions that name {@code team} ask who has it
 * @param latest the instant of the latest of these activities up to now; null when there is none
 * @param hops most owners of a subject within a pass; null for no limit but those of the clocks
 */
public record SlaTerms(
        SlaRules rules,
        Map<String, CalendarRules> calendars,
        Subject subject,
        Facts facts,
        Function<List<Signal>, Instant> latest,
        Integer hops) {

    /** The terms for leads of whom nothing is known. */
    public SlaTerms(SlaRules rules, Map<String, CalendarRules> calendars) {
        this(rules, calendars, Subject.LEAD, Facts.NONE, signals -> null, null);
    }

    /** The terms of a policy version for leads. */
    public static SlaTerms of(Policy policy) {
        return of(policy, Subject.LEAD);
    }

    /** The terms of a policy version. */
    public static SlaTerms of(Policy policy, Subject subject) {
        return new SlaTerms(
                policy.sla(),
                policy.calendars(),
                subject,
                Facts.NONE,
                signals -> null,
                policy.routing().hops());
    }

    /** With what is known of the subject. */
    public SlaTerms about(Facts known) {
        return new SlaTerms(rules, calendars, subject, known, latest, hops);
    }

    /** With what the subject did. */
    public SlaTerms since(Function<List<Signal>, Instant> latestOf) {
        return new SlaTerms(rules, calendars, subject, facts, latestOf, hops);
    }

    /**
     * What outside systems are asked for by a step that was reached, as the policy in force says; none when it has no such step any
     * more, or when the step is withdrawn.
     */
    public List<EntryAction> does(StepReached reached) {
        Clock rule = rules.clock(reached.clock().name());
        if (rule == null || reached.evidence() != null) {
            return List.of();
        }
        Stream<Step> own = rule.variants().stream()
                .filter(variant -> variant.variant().equals(reached.clock().variantName()))
                .map(Variant::chain)
                .filter(chain -> !chain.isEmpty())
                .findFirst()
                .orElse(rule.chain())
                .stream();
        return own.filter(step -> step.step().equals(reached.step().step()))
                .map(Step::does)
                .findFirst()
                .orElse(List.of());
    }

    /** Whether a chain may take the subject away once more: so that it does not go from one to the next for ever. */
    boolean mayTake(Clock rule, int taken) {
        return taken < rule.reassignments() && (hops == null || taken + 1 < hops);
    }

    /** The clocks that are meant. */
    Stream<Clock> clocks() {
        return rules.clocks().stream().filter(clock -> clock.of() == subject);
    }

    /** A calendar for who is on a clock, or null when the policy has none of that name. */
    BusinessCalendar calendar(String name, Assignee assignee) {
        CalendarRules found = calendars.get(name);
        return found == null ? null : BusinessCalendar.with(found, assignee.time());
    }

    /** From which length on a delay of the pipeline is not charged. */
    Duration systemDelayFrom() {
        return rules.systemDelayFrom().elapsed();
    }

    /** How late a step may be said before a later one supersedes it. */
    Duration catchUp() {
        return rules.catchUp().elapsed();
    }
}

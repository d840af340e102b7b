package io.revstream.policy;

import io.revstream.policy.SlaRules.Acts;
import io.revstream.policy.SlaRules.Clock;
import io.revstream.policy.SlaRules.Pauses;
import io.revstream.policy.SlaRules.Restarts;
import io.revstream.policy.SlaRules.Starts;
import io.revstream.policy.SlaRules.Step;
import io.revstream.policy.SlaRules.Subject;
import io.revstream.policy.SlaRules.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A clock in plain words. */
final class SlaText {

    private final List<String> lines = new ArrayList<>();

    private SlaText() {}

    static List<String> of(Clock clock, CalendarRules calendar) {
        SlaText text = new SlaText();
        text.clock(clock, calendar);
        return text.lines;
    }

    private void clock(Clock clock, CalendarRules calendar) {
        line(
                "From %s, due in %s; calendar %s (%s-%s)",
                start(clock),
                clock.target(),
                clock.calendar(),
                calendar.hours().from(),
                calendar.hours().until());
        if (!clock.when().isEmpty()) {
            line("Only if %s", RuleWords.conditions(clock.when()));
        }
        if (clock.engaged() != null) {
            line("Not where the latest contact was %s", acts(clock.engaged()));
        }
        String by =
                clock.stops().by() == null ? "" : " by " + lower(clock.stops().by());
        line("Stops with %s", String.join(", ", clock.stops().awaited()) + by);
        if (clock.restarts() != null) {
            line("Starts anew with %s", restarts(clock.restarts()));
        }
        if (clock.pauses() != null) {
            line("%s", pauses(clock.pauses()));
        }
        if (clock.awayPauses()) {
            line("Business time stands still while the owner is away");
        }
        clock.chain().forEach(this::step);
        clock.variants().forEach(this::variant);
        if (clock.reassignments() > 0) {
            line("At most %d reassignments", clock.reassignments());
        }
    }

    private static String start(Clock clock) {
        Starts starts = clock.starts();
        String subject = clock.of() == Subject.DEAL ? " of a deal" : "";
        if (!starts.since().isEmpty()) {
            return "the latest " + RuleWords.signals(starts.since(), " or ") + " before " + lower(starts.with());
        }
        return switch (starts.with()) {
            case STAGE -> "the entry of " + starts.stage() + subject;
            case CREATED -> "the creation" + subject;
            case WON -> "the win" + subject;
            case PROMOTION, ASSIGNMENT, QUEUED -> lower(starts.with());
        };
    }

    private static String restarts(Restarts restarts) {
        List<String> words = new ArrayList<>();
        if (restarts.acts() != null) {
            words.add(acts(restarts.acts()));
        }
        if (restarts.advanced()) {
            words.add("each entry of a stage");
        }
        return String.join(", ", words);
    }

    private static String pauses(Pauses pauses) {
        String until = pauses.until().isEmpty() ? "" : String.join(", ", pauses.until()) + ", or ";
        return "Pauses with %s until %s%s later".formatted(String.join(", ", pauses.from()), until, pauses.most());
    }

    private static String acts(Acts acts) {
        return String.join(", ", acts.words()) + (acts.by() == null ? "" : " by " + lower(acts.by()));
    }

    private void step(Step step) {
        line(
                "  %6s  %-20s %s to %s%s%s%s",
                (step.overdue() ? "+" : "") + step.at(),
                step.step(),
                lower(step.says()),
                step.tells(),
                step.again() == null
                        ? ""
                        : ", again every " + step.again().every() + " before "
                                + step.again().until(),
                then(step),
                step.does().isEmpty()
                        ? ""
                        : "; asks for "
                                + step.does().stream().map(EntryAction::action).collect(Collectors.joining(", ")));
    }

    private static String then(Step step) {
        if (step.then() == null) {
            return "";
        }
        return switch (step.then()) {
            case REASSIGN -> ", lead is reassigned";
            case BACKUP -> ", lead goes to the backup";
        };
    }

    private void variant(Variant variant) {
        line("%s: due in %s if %s", variant.variant(), variant.target(), RuleWords.conditions(variant.when()));
        variant.chain().forEach(this::step);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void line(String format, Object... arguments) {
        lines.add(String.format(Locale.ROOT, format, arguments));
    }
}

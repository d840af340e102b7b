package io.revstream.sla;

import io.revstream.events.ActivityBy;
import io.revstream.policy.Facts;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.SlaRules.Start;
import io.revstream.policy.SlaRules.Subject;
import io.revstream.sla.SlaOutcome.ClockMoved;
import io.revstream.sla.SlaOutcome.StepReached;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The clocks of one subject under clocks that are written as in a policy. Instants are given and told as New York reads them, in the week
 * of Monday, 5 October 2026: {@code Mon 12:00}; a week later as {@code Mon+ 12:00}.
 */
final class ClockTrack {

    static final Assignee ANN = person("ann", "UTC-04:00", List.of());
    static final Assignee BOB = person("bob", "UTC-04:00", List.of());
    static final Assignee EAST_QUEUE = new Assignee(null, "max", "east", Offices.NEW_YORK);

    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    final List<String> told = new ArrayList<>();
    final List<SlaOutcome> outcomes = new ArrayList<>();
    SlaTerms terms;
    SlaClocks clocks = SlaClocks.NONE;

    private int ids;

    private ClockTrack(SlaTerms terms) {
        this.terms = terms;
    }

    /** Of leads, under these clocks; further ones are added so that the policy is one. */
    static ClockTrack of(String clocks) {
        return new ClockTrack(SlaTerms.of(policy(clocks)));
    }

    static ClockTrack ofDeals(String clocks) {
        return new ClockTrack(SlaTerms.of(policy(clocks), Subject.DEAL));
    }

    static Assignee person(String id, String zone, List<Standstill> away) {
        return new Assignee(id, "max", "east", "backup-of-" + id, WorkingTime.in(ZoneId.of(zone)), away);
    }

    /** What a policy asks of a lead: words by attribute. */
    static Facts facts(Map<String, String> known) {
        return new Facts() {
            @Override
            public Set<String> words(String attribute) {
                return known.containsKey(attribute) ? Set.of(known.get(attribute)) : Set.of();
            }

            @Override
            public Long number(String attribute) {
                String word = known.get(attribute);
                return word != null && word.matches("[0-9]+") ? Long.valueOf(word) : null;
            }
        };
    }

    static Instant at(String text) {
        String[] parts = text.split(" ");
        int weeks = parts[0].length() - 3;
        LocalDate day = MONDAY.plusDays(DAYS.indexOf(parts[0].substring(0, 3)) + 7L * weeks);
        return LocalDateTime.of(day, LocalTime.parse(parts[1]))
                .atZone(Offices.NEW_YORK)
                .toInstant();
    }

    static String words(Instant instant) {
        LocalDateTime local = instant.atZone(Offices.NEW_YORK).toLocalDateTime();
        long days = Duration.between(MONDAY.atStartOfDay(), local).toDays();
        return DAYS.get((int) (days % 7)) + "+".repeat((int) (days / 7)) + " " + local.format(TIME);
    }

    ClockTrack knowing(Map<String, String> known) {
        terms = terms.about(facts(known));
        return this;
    }

    ClockTrack promoted(String at) {
        return before(at).take(clocks.promoted(terms, 1, at(at)));
    }

    ClockTrack began(Start start, String at) {
        return before(at).take(clocks.began(terms, 1, start, at(at)));
    }

    ClockTrack queued(int round, String at) {
        return before(at).take(clocks.queued(terms, 1, round, EAST_QUEUE, at(at)));
    }

    ClockTrack assigned(int round, Assignee owner, String at) {
        return before(at).take(clocks.assigned(terms, 1, round, owner, at(at)));
    }

    ClockTrack assigned(int round, Assignee owner, Wait wait, String at) {
        return before(at).take(clocks.assigned(terms, 1, round, owner, wait, at(at)));
    }

    ClockTrack changed(Assignee owner, String at) {
        return before(at).take(clocks.changed(terms, 1, owner, at(at)));
    }

    ClockTrack entered(String stage, List<String> upTo, String at) {
        return before(at).take(clocks.entered(terms, 1, stage, upTo::contains, known -> false, at(at)));
    }

    ClockTrack did(String kind, String at) {
        return before(at).reported(kind, at);
    }

    /** Something is reported later than it happened. */
    ClockTrack reported(String kind, String occurred) {
        return take(clocks.contacted(terms, new Contact(kind, ActivityBy.REP, at(occurred), "event-" + ids++)));
    }

    /** As the shell does: each wake-up at the instant asked for, and nothing is late. */
    ClockTrack until(String at) {
        for (Instant due = clocks.nextDue(); due != null && !due.isAfter(at(at)); due = clocks.nextDue()) {
            take(clocks.due(terms, due));
        }
        return this;
    }

    /** The pipeline stood still: wake-ups fire at their instants, but only now. */
    ClockTrack saidAt(String at) {
        for (Instant due = clocks.nextDue(); due != null && due.isBefore(at(at)); due = clocks.nextDue()) {
            take(clocks.due(terms, due, at(at)));
        }
        return this;
    }

    ClockTrack forget() {
        told.clear();
        outcomes.clear();
        return this;
    }

    ClockTrack take(Progress progress) {
        clocks = stored(progress.clocks());
        for (SlaOutcome outcome : progress.outcomes()) {
            outcomes.add(outcome);
            told.add(outcome instanceof StepReached step ? words(step) : words((ClockMoved) outcome));
        }
        progress.takenOver()
                .forEach(step ->
                        told.add("taken over from " + step.clock().assignee().ownerId()));
        return this;
    }

    private ClockTrack before(String at) {
        for (Instant due = clocks.nextDue(); due != null && due.isBefore(at(at)); due = clocks.nextDue()) {
            take(clocks.due(terms, due));
        }
        return this;
    }

    private static String words(StepReached step) {
        String times = step.due().occurrence() > 1 ? " " + step.due().occurrence() : "";
        return words(step.due().dueAt()) + " " + step.step().step() + times + " " + step.kind() + " "
                + step.recipientRole() + (step.then() == null ? "" : " " + step.then())
                + (step.superseded() ? " superseded" : "");
    }

    private static String words(ClockMoved moved) {
        String variant =
                moved.clock().variantName() == null ? "" : " " + moved.clock().variantName();
        return moved.clock().name() + variant + " " + moved.change()
                + (moved.metAt() == null
                        ? " due " + words(moved.clock().dueAt())
                        : " at " + words(moved.metAt()) + (moved.late() ? " late" : ""));
    }

    private static SlaClocks stored(SlaClocks clocks) {
        StateWriter out = new StateWriter();
        clocks.write(out);
        StateReader in = new StateReader(out.toBytes());
        SlaClocks read = SlaClocks.read(in);
        in.end();
        if (!read.equals(clocks)) {
            throw new AssertionError("Expected " + clocks + " from its stored form, but found " + read);
        }
        return read;
    }

    static Policy policy(String clocks) {
        try (InputStream in = PolicyReader.class.getResourceAsStream("small.yaml")) {
            String small = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String yaml = small.substring(0, small.indexOf("sla:\n"))
                    .replace("days: [MONDAY, TUESDAY]", "days: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY]")
                    .replace("Europe/Berlin", "America/New_York")
                    .replace("    holidays: de\n", "");
            String usual =
                    "    - {clock: other, calendar: office, starts: assignment, stops: {kinds: [NEVER]}, target: 900d, "
                            + "chain: [{step: never, at: 900d, says: BREACHED, tells: manager}]}\n";
            return PolicyReader.read(
                            "clocks",
                            yaml + "sla:\n  clocks:\n" + clocks + (clocks.contains("promotion") ? "" : usual)
                                    + small.substring(small.indexOf("pipeline:\n")))
                    .orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.revstream.scenario;

import io.revstream.document.Place;
import io.revstream.scenario.Comparison.Row;
import io.revstream.scenario.Expectation.Absent;
import io.revstream.scenario.Expectation.Happens;
import io.revstream.scenario.Expectation.Latest;
import io.revstream.scenario.Expectation.Wanted;
import io.revstream.stream.Topic;
import io.revstream.stream.VirtualPipeline.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares what was published with what was expected. */
final class Verdict {

    /** More events are not listed. */
    private static final int MOST_LISTED = 12;

    /** Fields that every decision begins with; the next is the subject that it is about. */
    private static final int SUBJECT = 7;

    private final List<Published> published;
    private final ValueText text;
    private final List<Difference> differences = new ArrayList<>();

    Verdict(List<Published> published, ValueText text) {
        this.published = published;
        this.text = text;
    }

    List<Difference> on(List<Expectation> expectations) {
        for (Expectation expectation : expectations) {
            if (expectation instanceof Happens happens) {
                happens(happens);
            } else if (expectation instanceof Absent absent) {
                absent(absent);
            } else if (expectation instanceof Latest latest) {
                latest(latest);
            }
        }
        return differences;
    }

    private void happens(Happens expected) {
        List<Published> then = on(expected.topic()).stream()
                .filter(one -> one.at().equals(expected.at()))
                .toList();
        List<Pattern> patterns = expected.events().stream().map(Wanted::pattern).toList();
        Matching matching =
                Matching.of(patterns, then.stream().map(Published::event).toList());
        List<Published> left =
                then.stream().filter(one -> isIn(matching.left(), one)).toList();
        for (Wanted wanted : expected.events()) {
            if (matching.missing().stream().anyMatch(missing -> missing == wanted.pattern())) {
                missing(expected, wanted, left);
            }
        }
        if (expected.onlyThese() && matching.missing().isEmpty()) {
            for (Published one : left) {
                String message = "Expected nothing else on " + expected.topic().name() + " at " + text.of(expected.at())
                        + ", but there is " + text.line(one);
                add(expected.place(), message, List.of(), List.of());
            }
        }
    }

    private void missing(Happens expected, Wanted wanted, List<Published> left) {
        List<Published> others = on(expected.topic()).stream()
                .filter(one -> !one.at().equals(expected.at()))
                .toList();
        List<Published> candidates = new ArrayList<>(left);
        candidates.addAll(others);
        String message = "Expected an event on " + expected.topic().name() + " at " + text.of(expected.at());
        Published nearest = nearest(wanted.pattern(), expected.at(), candidates);
        if (nearest == null) {
            add(wanted.place(), message + ", but there is none", List.of(), happenedAt(expected.at()));
            return;
        }
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("at", expected.at(), nearest.at(), nearest.at().equals(expected.at())));
        rows.addAll(Comparison.of(wanted.pattern(), nearest.event()).rows());
        boolean then = nearest.at().equals(expected.at());
        add(
                wanted.place(),
                message + ", but the nearest is another",
                rows,
                then ? List.of() : happenedAt(expected.at()));
    }

    private void absent(Absent expected) {
        on(expected.topic()).stream()
                .filter(one -> !one.at().isBefore(expected.from()) && one.at().isBefore(expected.until()))
                .filter(one -> expected.pattern().matches(one.event()))
                .forEach(one -> {
                    String message = "Expected nothing like it on "
                            + expected.topic().name() + ", but there is " + text.line(one);
                    add(expected.place(), message, List.of(), List.of());
                });
    }

    private void latest(Latest expected) {
        Map<String, Published> latest = new LinkedHashMap<>();
        on(expected.topic()).stream()
                .filter(one -> !one.at().isAfter(expected.at()))
                .forEach(one -> latest.put(one.key(), one));
        if (latest.values().stream().anyMatch(one -> expected.pattern().matches(one.event()))) {
            return;
        }
        Published nearest = nearest(expected.pattern(), expected.at(), List.copyOf(latest.values()));
        List<Row> rows = nearest == null
                ? List.of()
                : Comparison.of(expected.pattern(), nearest.event()).rows();
        String message = "Expected the latest on " + expected.topic().name() + " at " + text.of(expected.at())
                + " to be so, but " + (nearest == null ? "there is none" : "it is of " + text.of(nearest.at()));
        add(expected.place(), message, rows, List.of());
    }

    /** The event that differs least; of another subject is worse than anything else, and another time is one difference. */
    private static Published nearest(Pattern pattern, Instant at, List<Published> candidates) {
        return candidates.stream()
                .min(Comparator.<Published>comparingLong(one -> isOfSubject(pattern, one) ? 0 : 1)
                        .thenComparingLong(
                                one -> Comparison.of(pattern, one.event()).differing()
                                        + (one.at().equals(at) ? 0 : 1))
                        .thenComparing(one -> Duration.between(at, one.at()).abs()))
                .orElse(null);
    }

    private static boolean isOfSubject(Pattern pattern, Published one) {
        String subject = one.event().getSchema().getFields().get(SUBJECT).name();
        return Comparison.of(pattern, one.event()).rows().stream()
                .filter(row -> row.part().equals(subject))
                .allMatch(Row::same);
    }

    private List<Published> on(Topic topic) {
        return published.stream().filter(one -> one.topic().equals(topic)).toList();
    }

    private List<String> happenedAt(Instant at) {
        List<String> lines = published.stream()
                .filter(one -> one.at().equals(at)
                        && ExpectationReader.TOPICS.containsKey(one.topic().name()))
                .map(text::line)
                .toList();
        return lines.size() > MOST_LISTED ? lines.subList(0, MOST_LISTED) : lines;
    }

    private static boolean isIn(List<Object> events, Published one) {
        return events.stream().anyMatch(event -> event == one.event());
    }

    private void add(Place place, String message, List<Row> rows, List<String> happened) {
        differences.add(new Difference(place, message, rows, happened));
    }
}

package io.revstream.funnel;

import io.revstream.events.NurtureKind;
import io.revstream.funnel.FunnelFigures.Answers;
import io.revstream.funnel.FunnelFigures.Rejected;
import io.revstream.funnel.FunnelFigures.StageFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Makes figures of what was folded. */
record Reckoning(Instant since, Instant at, List<String> order, Map<String, Track> leads, Map<String, Visits> visits) {

    private static final int MOST_NAMED = 100;

    FunnelFigures figures() {
        List<Pass> promoted = new ArrayList<>();
        List<Pass> rejected = new ArrayList<>();
        for (Track track : leads.values()) {
            for (Pass pass : track.passes.values()) {
                if (counts(pass.promotedAt)) {
                    promoted.add(pass);
                }
                if (counts(pass.rejectedAt)) {
                    rejected.add(pass);
                }
            }
        }
        SortedMap<String, Integer> codes = new TreeMap<>();
        rejected.forEach(pass -> codes.merge(pass.code, 1, Integer::sum));
        SortedMap<String, Rate> recycled = recycled();
        return new FunnelFigures(
                since,
                at,
                leads.size(),
                stages(),
                answers(promoted),
                by(promoted, pass -> pass.model),
                by(promoted, pass -> pass.rule),
                codes,
                first(),
                sum(recycled),
                recycled,
                rejected());
    }

    private List<StageFigures> stages() {
        TreeSet<String> beside = new TreeSet<>(visits.keySet());
        leads.values().stream().filter(track -> track.stage != null).forEach(track -> beside.add(track.stage));
        order.forEach(beside::remove);
        List<String> names = new ArrayList<>(order);
        names.addAll(beside);
        Map<String, SortedMap<String, Integer>> now = new TreeMap<>();
        Map<String, List<Long>> waiting = new TreeMap<>();
        for (Track track : leads.values()) {
            if (track.stage != null) {
                now.computeIfAbsent(track.stage, none -> new TreeMap<>()).merge(track.status, 1, Integer::sum);
                if (track.enteredAt != null) {
                    waiting.computeIfAbsent(track.stage, none -> new ArrayList<>())
                            .add(Math.max(
                                    0, Duration.between(track.enteredAt, at).toMillis()));
                }
            }
        }
        return names.stream()
                .map(name -> stage(
                        name,
                        now.getOrDefault(name, new TreeMap<>()),
                        Spread.of(waiting.getOrDefault(name, List.of()))))
                .toList();
    }

    private StageFigures stage(String name, SortedMap<String, Integer> now, Spread waiting) {
        Visits of = visits.getOrDefault(name, new Visits());
        SortedMap<String, Spread> onward = new TreeMap<>();
        List<Long> all = new ArrayList<>(of.lost);
        int wentOn = 0;
        int movedBack = 0;
        for (Map.Entry<String, List<Long>> left : of.left.entrySet()) {
            all.addAll(left.getValue());
            if (order.indexOf(left.getKey()) > order.indexOf(name)) {
                onward.put(left.getKey(), Spread.of(left.getValue()));
                wentOn += left.getValue().size();
            } else {
                movedBack += left.getValue().size();
            }
        }
        return new StageFigures(
                name, now, of.entered, wentOn, of.lost.size(), movedBack, Spread.of(all), waiting, onward);
    }

    private static SortedMap<String, Answers> by(List<Pass> promoted, Function<Pass, String> key) {
        SortedMap<String, List<Pass>> groups = new TreeMap<>();
        promoted.forEach(pass -> groups.computeIfAbsent(key.apply(pass), none -> new ArrayList<>())
                .add(pass));
        SortedMap<String, Answers> answers = new TreeMap<>();
        groups.forEach((name, group) -> answers.put(name, answers(group)));
        return answers;
    }

    private static Answers answers(List<Pass> promoted) {
        int accepted = 0;
        int rejected = 0;
        List<Long> until = new ArrayList<>();
        for (Pass pass : promoted) {
            if (pass.acceptedAt != null) {
                accepted++;
            } else if (pass.rejectedAt != null) {
                rejected++;
            }
            if (pass.answeredAt() != null) {
                until.add(Duration.between(pass.promotedAt, pass.answeredAt()).toMillis());
            }
        }
        return new Answers(promoted.size(), accepted, rejected, Spread.of(until));
    }

    /** A lead that was promoted in its first pass, out of all that became known. */
    private Rate first() {
        int known = 0;
        int converted = 0;
        for (Track track : leads.values()) {
            if (counts(track.knownAt)) {
                known++;
                converted += track.passes.values().stream().anyMatch(pass -> pass.promotedAt != null && !pass.recycled)
                        ? 1
                        : 0;
            }
        }
        return new Rate(converted, known);
    }

    /** By the code of the rejection: whether the next pass of the lead began with a promotion. What was archived was not recycled. */
    private SortedMap<String, Rate> recycled() {
        SortedMap<String, Rate> rates = new TreeMap<>();
        for (Track track : leads.values()) {
            track.passes.forEach((number, pass) -> {
                Pass next = track.passes.get(number + 1);
                boolean again = next != null && next.promotedAt != null;
                boolean recycled = pass.recycles && counts(pass.rejectedAt);
                if (recycled) {
                    Rate before = rates.getOrDefault(pass.code, new Rate(0, 0));
                    rates.put(pass.code, new Rate(before.part() + (again ? 1 : 0), before.of() + 1));
                }
            });
        }
        return rates;
    }

    private static Rate sum(SortedMap<String, Rate> rates) {
        return new Rate(
                rates.values().stream().mapToInt(Rate::part).sum(),
                rates.values().stream().mapToInt(Rate::of).sum());
    }

    /** Both topics must agree where a lead is: the lifecycle that it is out of the hands of sales, and the nurture what becomes of it. */
    private Rejected rejected() {
        int takenUp = 0;
        int recycled = 0;
        int inNurture = 0;
        int archived = 0;
        List<String> lost = new ArrayList<>();
        for (Map.Entry<String, Track> lead : leads.entrySet()) {
            Track track = lead.getValue();
            if (!track.rejected) {
                takenUp += track.everRejected ? 1 : 0;
            } else if (track.is("RECYCLED", NurtureKind.ENROLLED)) {
                inNurture++;
            } else if (track.is("RECYCLED", NurtureKind.RECYCLED)) {
                recycled++;
            } else if (track.is("ARCHIVED", NurtureKind.ARCHIVED)) {
                archived++;
            } else {
                lost.add(lead.getKey());
            }
        }
        int all = recycled + inNurture + archived + lost.size();
        List<String> named = lost.stream().sorted().limit(MOST_NAMED).toList();
        return new Rejected(all, takenUp, recycled, inNurture, archived, lost.size(), named);
    }

    private boolean counts(Instant instant) {
        return instant != null && (since == null || !instant.isBefore(since));
    }
}

package io.revstream.speed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which transitions were completed within their windows (SLA-28).
 *
 * @param clocks by clock: each run of one, so that whoever takes over a lead answers for his own
 * @param handoffs by handoff: all runs of its clock in a pass together, late if any came due
 * @param teams all clocks, by team
 * @param reps all clocks, by rep
 */
public record Windows(
        SortedMap<String, Compliance> clocks,
        SortedMap<String, Compliance> handoffs,
        SortedMap<String, Compliance> teams,
        SortedMap<String, Compliance> reps) {

    /**
     * Reckons them.
     *
     * @param week only what was settled in it; null for everything, with what is still open
     * @param zones time zone of a team by its id, which may be null
     */
    public static Windows of(ClockBook book, SlaFilter filter, Week week, Function<String, ZoneId> zones, Instant at) {
        Windows windows = new Windows(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        for (Subject subject : book.subjects()) {
            for (Run run : subject.runs) {
                if (filter.takes(run) && isIn(week, run, zones, at)) {
                    Compliance one = of(run, at);
                    add(windows.clocks, run.clock, one);
                    add(windows.teams, run.teamId, one);
                    add(windows.reps, run.ownerId, one);
                }
            }
            for (Subject.Handoff handoff : subject.handoffs) {
                List<Run> runs = subject.runs(handoff.pass, handoff.clock);
                if (!runs.isEmpty() && runs.stream().anyMatch(filter::takes) && isIn(week, last(runs), zones, at)) {
                    add(windows.handoffs, handoff.name, of(runs, at));
                }
            }
        }
        return windows;
    }

    private static boolean isIn(Week week, Run run, Function<String, ZoneId> zones, Instant at) {
        return week == null || (run.isJudged(at) && week.holds(run.judgedAt(), zones.apply(run.teamId)));
    }

    private static Compliance of(List<Run> runs, Instant at) {
        Compliance last = of(last(runs), at);
        boolean cameDue = runs.subList(0, runs.size() - 1).stream().anyMatch(run -> run.isMissed(at));
        return cameDue && last.inTime() == 1 ? new Compliance(0, 1, 0, 0, 0, 0) : last;
    }

    private static Compliance of(Run run, Instant at) {
        if (run.state == Run.State.MET) {
            return run.isMetInTime() ? new Compliance(1, 0, 0, 0, 0, 0) : new Compliance(0, 1, 0, 0, 0, 0);
        }
        if (run.isOpen()) {
            return run.isMissed(at) ? new Compliance(0, 0, 0, 1, 0, 0) : new Compliance(0, 0, 0, 0, 1, 0);
        }
        return run.isMissed(at) ? new Compliance(0, 0, 1, 0, 0, 0) : new Compliance(0, 0, 0, 0, 0, 1);
    }

    private static Run last(List<Run> runs) {
        return runs.get(runs.size() - 1);
    }

    private static void add(SortedMap<String, Compliance> sums, String name, Compliance one) {
        if (name != null) {
            sums.merge(name, one, Compliance::plus);
        }
    }
}

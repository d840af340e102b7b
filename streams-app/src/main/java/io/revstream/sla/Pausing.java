package io.revstream.sla;

import io.revstream.policy.SlaRules.Pauses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When a clock is paused, by the activities that pause it and let it go on, in whatever order they were reported. */
final class Pausing {

    private static final Comparator<PauseMark> IN_TIME =
            Comparator.comparing(PauseMark::at).thenComparing(PauseMark::pauses);

    private Pausing() {}

    /** The marks with one more, the latest of so many; the same when it is known already. */
    static List<PauseMark> with(List<PauseMark> marks, PauseMark mark, int most) {
        if (marks.contains(mark)) {
            return marks;
        }
        List<PauseMark> all = new ArrayList<>(marks);
        all.add(mark);
        all.sort(IN_TIME);
        return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
    }

    /** Each pause lasts until the next activity that lets the clock go on, but no longer than the policy says. */
    static List<Standstill> times(List<PauseMark> marks, Pauses rule, BusinessCalendar calendar) {
        List<Standstill> times = new ArrayList<>();
        Instant from = null;
        Instant until = null;
        for (PauseMark mark : marks) {
            if (until != null && until.isBefore(mark.at())) {
                times.add(new Standstill(from, until, false));
                from = null;
                until = null;
            }
            if (mark.pauses()) {
                from = from == null ? mark.at() : from;
                until = calendar.plus(mark.at(), rule.most());
            } else if (until != null) {
                until = mark.at();
            }
        }
        if (until != null) {
            times.add(new Standstill(from, until, false));
        }
        return times.stream().filter(time -> time.from().isBefore(time.until())).toList();
    }
}

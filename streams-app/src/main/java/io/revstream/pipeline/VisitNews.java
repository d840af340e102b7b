package io.revstream.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stage must hear of a deal's visits.
 *
 * @param visit one that has ended
 * @param withdrawn true when it never was, or has not ended after all
 */
public record VisitNews(Visit visit, boolean withdrawn) {

    /** What has changed from one standing to the next: visits that ended, now or at another instant than was believed, and those taken back. */
    public static List<VisitNews> between(DealStanding before, DealStanding after) {
        List<VisitNews> news = new ArrayList<>();
        List<Visit> ended = ended(after);
        for (Visit visit : ended(before)) {
            if (ended.stream().noneMatch(visit::isSameEntry) && !forgotten(visit, after)) {
                news.add(new VisitNews(visit, true));
            }
        }
        List<Visit> known = ended(before);
        ended.stream().filter(visit -> !known.contains(visit)).forEach(visit -> news.add(new VisitNews(visit, false)));
        return List.copyOf(news);
    }

    /** A deal that passes through a stage in no time has not stayed there. */
    private static List<Visit> ended(DealStanding deal) {
        return deal.visits().stream()
                .filter(visit -> visit.leftAt() != null && visit.leftAt().isAfter(visit.enteredAt()))
                .toList();
    }

    /** A standing keeps its latest stages only; what lies before them was no less. */
    private static boolean forgotten(Visit visit, DealStanding after) {
        Instant first = after.visits().get(0).enteredAt();
        return visit.enteredAt().isBefore(first);
    }
}

package io.revstream.scoring;

import io.revstream.events.LedgerLine;
import io.revstream.events.Score;
import io.revstream.events.ScorePart;
import io.revstream.policy.ScoringModel;
import io.revstream.policy.ScoringModel.Combination;
import io.revstream.scoring.AnyScore.Activity;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static io.revstream.scoring.AnyScore.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Random models score random leads; the seed is in the message of a failure. */
class RandomScoresTest {

    @Test
    @Tag("SCO-01")
    void the_lines_add_up_to_each_part_and_to_the_total_exactly() {
        for (long seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed);
            AnyScore any = new AnyScore(random, true);
            ScoringModel model = any.model();
            Scorecard card =
                    Scoring.score(any.facts(), any.engagement(), START, model, random.nextInt(3), any.instant());
            Score score = card.toScore();

            assertThat(sum(score, ScorePart.FIT)).as("seed %d", seed).isEqualByComparingTo(score.getFit());
            assertThat(sum(score, ScorePart.ENGAGEMENT))
                    .as("seed %d", seed)
                    .isEqualByComparingTo(score.getEngagement());
            assertThat(sum(score, ScorePart.NEGATIVE)).as("seed %d", seed).isEqualByComparingTo(score.getNegative());
            assertThat(sum(score.getLedger(), LedgerLine::getContribution))
                    .as("seed %d", seed)
                    .isEqualByComparingTo(score.getTotal());
            assertThat(card.total()).as("seed %d", seed).isEqualTo(expectedTotal(card));
            assertThat(card.lines()).as("seed %d", seed).allMatch(line -> line.decayed() >= 0);
            assertThat(card.fit()).as("seed %d", seed).isLessThanOrEqualTo(100L * model.fitMaximum());
            assertThat(card.lines().stream()
                            .filter(line -> line.rule().startsWith("e"))
                            .mapToLong(ScoreLine::points)
                            .sum())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(100L * model.engagementMaximum());
        }
    }

    /** Lazily: only at the instants that are named, each from the one before. */
    @Test
    @Tag("SCO-10")
    void stepping_through_the_known_changes_gives_the_score_at_every_instant() {
        for (long seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed);
            AnyScore any = new AnyScore(random, false);
            ScoringModel model = any.model();
            KnownFacts facts = any.facts();
            Engagement engagement = any.engagement();
            // From the latest activity on: what is dated ahead of its arrival is the shell's tolerance, not time's
            // work.
            Instant start = START.plus(Duration.ofDays(90 + random.nextInt(30)));
            Instant probe =
                    start.plusMillis(random.nextLong(Duration.ofDays(200).toMillis()));

            Scorecard stepped = Scoring.score(facts, engagement, START, model, 0, start);
            Instant step = start;
            for (Instant next = start; next != null && !next.isAfter(probe); ) {
                step = next;
                stepped = Scoring.score(facts, engagement, START, model, 0, step);
                next = Scoring.nextChange(stepped, engagement, START, step);
                assertThat(next == null || next.isAfter(step))
                        .as("seed %d", seed)
                        .isTrue();
            }
            Scorecard expected = Scoring.score(facts, engagement, START, model, 0, probe);
            assertThat(stepped.total()).as("seed %d", seed).isEqualTo(expected.total());
            if (!stepped.isStopped()) {
                assertThat(lines(stepped)).as("seed %d", seed).isEqualTo(lines(expected));
            }
        }
    }

    @Test
    void the_order_of_arrival_does_not_matter() {
        for (long seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed);
            AnyScore any = new AnyScore(random, true);
            List<Activity> activities = any.activities();
            // A recycling lies between what comes before it and what comes after, wherever late news of them arrive.
            Instant recycledAt = random.nextBoolean() ? any.instant() : null;
            Engagement inOrder = all(activities, activities.size(), recycledAt);
            Collections.shuffle(activities, random);
            Engagement shuffled = all(activities, random.nextInt(activities.size() + 1), recycledAt);

            assertThat(shuffled).as("seed %d", seed).isEqualTo(inOrder);
            assertThat(bytes(shuffled)).as("seed %d", seed).isEqualTo(bytes(inOrder));
            assertThat(Engagement.read(new StateReader(bytes(inOrder))))
                    .as("seed %d", seed)
                    .isEqualTo(inOrder);
            ScoringModel model = any.model();
            KnownFacts facts = any.facts();
            Instant at = any.instant();
            assertThat(Scoring.score(facts, shuffled, START, model, 0, at))
                    .as("seed %d", seed)
                    .isEqualTo(Scoring.score(facts, inOrder, START, model, 0, at));
        }
    }

    /** But for the id of an event that was the latest once, which is not known any more. */
    @Test
    void what_is_withdrawn_scores_as_if_it_had_never_been() {
        for (long seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed);
            AnyScore any = new AnyScore(random, true);
            List<Activity> activities = any.activities();
            List<Activity> human = new ArrayList<>(activities);
            List<Activity> suspect = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0 && !human.isEmpty(); i--) {
                suspect.add(human.remove(random.nextInt(human.size())));
            }
            Engagement withdrawn = all(activities, -1, null);
            for (Activity activity : suspect) {
                withdrawn = activity.withdrawn(withdrawn);
            }
            Engagement never = all(human, -1, null);

            assertThat(withdrawn.lastEngagedAt()).as("seed %d", seed).isEqualTo(never.lastEngagedAt());
            ScoringModel model = any.model();
            KnownFacts facts = any.facts();
            Instant at = any.instant();
            Scorecard card = Scoring.score(facts, withdrawn, START, model, 0, at);
            Scorecard expected = Scoring.score(facts, never, START, model, 0, at);
            assertThat(lines(card)).as("seed %d", seed).isEqualTo(lines(expected));
            assertThat(card.lines())
                    .as("seed %d", seed)
                    .extracting(ScoreLine::occurrences, ScoreLine::since)
                    .isEqualTo(expected.lines().stream()
                            .map(line -> tuple(line.occurrences(), line.since()))
                            .toList());
        }
    }

    @Test
    void scorecards_with_the_same_figures_have_the_same_digest_and_others_do_not() {
        Map<Long, List<Object>> seen = new HashMap<>();
        for (long seed = 0; seed < 5_000; seed++) {
            AnyScore any = new AnyScore(new Random(seed), true);
            ScoringModel model = new AnyScore(new Random(seed % 10), true).model();
            Scorecard card = Scoring.score(any.facts(), any.engagement(), START, model, 0, any.instant());
            List<Object> figures = List.of(
                    model.combination(), card.fit(), card.engagement(), card.negative(), card.total(), lines(card));

            List<Object> before = seen.putIfAbsent(card.digest(), figures);
            assertThat(before == null || before.equals(figures))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    private static Engagement all(List<Activity> activities, int recycledAfter, Instant recycledAt) {
        Engagement engagement = Engagement.NONE;
        for (int i = 0; i <= activities.size(); i++) {
            engagement = i == recycledAfter && recycledAt != null ? engagement.reset(recycledAt) : engagement;
            engagement = i < activities.size() ? activities.get(i).after(engagement) : engagement;
        }
        return engagement;
    }

    private static byte[] bytes(Engagement engagement) {
        StateWriter out = new StateWriter();
        engagement.write(out);
        return out.toBytes();
    }

    /** The figures of a score, without the evidence. */
    private static List<Object> lines(Scorecard card) {
        List<Object> lines = new ArrayList<>();
        card.lines().forEach(l -> lines.add(List.of(l.rule(), l.awarded(), l.points(), l.contribution())));
        return lines;
    }

    /** The formula of domain 2.11 in decimals, far finer than the hundredths that are kept. */
    private static long expectedTotal(Scorecard card) {
        ScoringModel model = card.model();
        double fit = card.fit() / (double) Math.max(1, model.fitMaximum());
        double engagement = card.engagement() / (double) Math.max(1, model.engagementMaximum());
        double exact = switch (model.combination()) {
            case NORM -> model.fitWeight() * fit + model.engagementWeight() * engagement + card.negative();
            case WRAW ->
                (model.fitWeight() * card.fit() + model.engagementWeight() * card.engagement()) / 100.0
                        + card.negative();
            case RAW, DUAL, SINGLE -> card.fit() + card.engagement() + card.negative();
        };
        if (card.isStopped()) {
            return 0;
        }
        long rounded = (long) Math.floor(exact + 0.5 + 1e-6);
        return model.combination() == Combination.NORM ? Math.max(0, Math.min(10_000, rounded)) : rounded;
    }

    private static BigDecimal sum(Score score, ScorePart part) {
        List<LedgerLine> lines = score.getLedger().stream()
                .filter(line -> line.getPart() == part)
                .toList();
        return sum(lines, LedgerLine::getPoints);
    }

    private static BigDecimal sum(List<LedgerLine> lines, Function<LedgerLine, BigDecimal> figure) {
        return lines.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

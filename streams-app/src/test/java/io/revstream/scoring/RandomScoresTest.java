package io.revstream.scoring;

import io.revstream.events.LedgerLine;
import io.revstream.events.Score;
import io.revstream.events.ScorePart;
import io.revstream.policy.Condition;
import io.revstream.policy.ScoringModel;
import io.revstream.policy.ScoringModel.Combination;
import io.revstream.policy.ScoringModel.Decay;
import io.revstream.policy.ScoringModel.EngagementRule;
import io.revstream.policy.ScoringModel.FitRule;
import io.revstream.policy.ScoringModel.NegativeRule;
import io.revstream.policy.Signal;
import io.revstream.policy.SignalCount;
import io.revstream.policy.SignalCount.Of;
import io.revstream.policy.Span;
import io.revstream.policy.Span.Unit;
import io.revstream.state.Occurrence;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Random models score random leads; the seed is in the message of a failure. */
class RandomScoresTest {

    private static final Instant MONDAY_9AM = Instant.parse("2026-11-02T09:00:00Z");

    @Test
    @Tag("SCO-01")
    void the_lines_add_up_to_each_part_and_to_the_total_exactly() {
        for (long seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            ScoringModel model = anyModel(random);
            Scorecard card = Scoring.score(
                    anyFacts(random), anyEngagement(random), MONDAY_9AM, model, random.nextInt(3), anyInstant(random));
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
        }
    }

    @Test
    void stepping_through_the_known_changes_gives_the_score_at_every_instant() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            ScoringModel model = anyModel(random);
            KnownFacts facts = anyFacts(random);
            Engagement engagement = anyEngagement(random);
            Instant start = MONDAY_9AM.plus(Duration.ofDays(random.nextInt(60)));
            Instant probe =
                    start.plusMillis(random.nextLong(Duration.ofDays(200).toMillis()));

            Instant step = start;
            for (Instant next = start; next != null && !next.isAfter(probe); ) {
                step = next;
                next = Scoring.nextChange(engagement, MONDAY_9AM, model, step);
                assertThat(next == null || next.isAfter(step))
                        .as("seed %d", seed)
                        .isTrue();
            }
            assertThat(Scoring.score(facts, engagement, MONDAY_9AM, model, 0, step))
                    .as("seed %d", seed)
                    .isEqualTo(Scoring.score(facts, engagement, MONDAY_9AM, model, 0, probe));
        }
    }

    @Test
    void scorecards_with_the_same_figures_have_the_same_digest_and_others_do_not() {
        Map<Long, List<Object>> seen = new HashMap<>();
        for (long seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            ScoringModel model = anyModel(new Random(seed % 10));
            Scorecard card =
                    Scoring.score(anyFacts(random), anyEngagement(random), MONDAY_9AM, model, 0, anyInstant(random));
            List<Object> figures = new ArrayList<>(List.of(model, card.total()));
            card.lines().forEach(l -> figures.add(List.of(l.rule(), l.awarded(), l.points(), l.contribution())));

            List<Object> before = seen.putIfAbsent(card.digest(), figures);
            assertThat(before == null || before.equals(figures))
                    .as("seed %d", seed)
                    .isTrue();
        }
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

    private static ScoringModel anyModel(Random random) {
        List<FitRule> fit = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            fit.add(new FitRule("f" + i, null, anyCondition(random), 1 + random.nextInt(30)));
        }
        List<EngagementRule> engagement = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            int points = 1 + random.nextInt(30);
            SignalCount signals = new SignalCount(
                    List.of(anySignal(random), anySignal(random)),
                    1 + random.nextInt(4),
                    Of.TIMES,
                    random.nextBoolean() ? null : new Span(1 + random.nextInt(20), Unit.D),
                    false);
            Decay decay = random.nextInt(3) == 0 ? null : new Decay(1 + random.nextInt(10), anySpan(random));
            engagement.add(new EngagementRule("e" + i, null, signals, points, false, points, decay, List.of()));
        }
        List<NegativeRule> negative = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            negative.add(
                    random.nextBoolean()
                            ? new NegativeRule("n" + i, anyCondition(random), null, null, List.of(), -5, false, null)
                            : new NegativeRule("n" + i, null, null, anySpan(random), List.of(), -7, false, null));
        }
        int fitWeight = random.nextInt(101);
        Combination combination = List.of(Combination.values()).get(random.nextInt(5));
        return new ScoringModel(
                "any", List.of(), combination, fitWeight, 100 - fitWeight, 1, 1, 65, null, fit, engagement, negative);
    }

    private static Span anySpan(Random random) {
        return new Span(
                1 + random.nextInt(6), List.of(Unit.H, Unit.D, Unit.W, Unit.MO).get(random.nextInt(4)));
    }

    private static Condition anyCondition(Random random) {
        return new Condition("a" + random.nextInt(5), null, null, Set.of("w" + random.nextInt(2)), null);
    }

    private static KnownFacts anyFacts(Random random) {
        Map<String, Object> known = new HashMap<>();
        for (int i = 0; i < 5; i++) {
            known.put("a" + i, "w" + random.nextInt(2));
        }
        return new KnownFacts(known);
    }

    private static Signal anySignal(Random random) {
        return new Signal("K" + random.nextInt(4), random.nextBoolean() ? null : "a" + random.nextInt(2));
    }

    private static Engagement anyEngagement(Random random) {
        Engagement engagement = random.nextInt(4) == 0 ? Engagement.NONE.reset(anyInstant(random)) : Engagement.NONE;
        for (int i = random.nextInt(30); i > 0; i--) {
            Signal signal = anySignal(random);
            engagement = engagement.with(
                    signal.kind(), signal.asset(), random.nextBoolean(), new Occurrence(anyInstant(random), "e" + i));
        }
        return engagement;
    }

    private static Instant anyInstant(Random random) {
        return MONDAY_9AM.plusMillis(random.nextLong(Duration.ofDays(90).toMillis()));
    }
}

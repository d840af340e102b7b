package io.revstream.routing;

import io.revstream.events.Candidate;
import io.revstream.events.RepDetails;
import io.revstream.policy.RoutingRules;
import io.revstream.policy.RoutingRules.Rotation.CountResets;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static io.revstream.routing.Reps.MONDAY_9AM;
import static io.revstream.routing.Reps.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

/** Random teams in random months. What is asserted is counted anew from the decisions, as anybody could who reads the topic. */
class FairnessTest {

    private static final int SEEDS = 150;
    private static final int STEPS = 300;
    private static final double ROUNDING = 1e-4;

    @Test
    @Tag("RTE-08")
    void equalRepsWhoCouldTakeTheSameLeadsNeverDifferByMoreThanOneLead() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Month month = new Month(seed, equal(1_000_000));
            month.steady = 2 + month.random.nextInt(month.reps.size() - 2);
            for (int step = 0; step < STEPS; step++) {
                month.event();
                month.lead(month.random.nextInt(3) == 0 ? month.someBarred() : Set.of(), Set.of());
                month.tally.assertSpreadWithinOne(month.where(step));
            }
            assertThat(month.tally.mostAlike()).as("seed %d", seed).isGreaterThanOrEqualTo(month.steady);
        }
    }

    @Test
    @Tag("RTE-08")
    void tenThousandLeadsAtOneInstantAreSpreadWithinOneAtEveryStep() {
        Month month = new Month(1, equal(1_000_000));
        month.team(50);
        for (int step = 0; step < 10_000; step++) {
            if (step % 1_000 == 0) {
                month.restart();
            }
            month.lead(Set.of(), Set.of());
            month.tally.assertSpreadWithinOne(month.where(step));
        }
        assertThat(month.tally.assigned.values()).containsOnly(200);
    }

    /** As the proof in docs/routing.md has it. */
    @Test
    void whateverHappensNobodyIsFartherOffHisShareThanHalfTheOtherReps() {
        double farthest = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Month month = new Month(seed, weighted(6));
            for (int step = 0; step < STEPS; step++) {
                month.event();
                Set<String> prefers = month.random.nextBoolean() ? Set.of("us-ca") : Set.of();
                month.lead(month.random.nextInt(3) == 0 ? month.someBarred() : Set.of(), prefers);
                month.tally.assertOffAtMost((month.reps.size() - 1) / 2.0, month.where(step));
                farthest = Math.max(farthest, month.tally.farthestOff());
            }
        }
        assertThat(farthest).as("what docs/routing.md says of random months").isBetween(1.4, 1.5);
    }

    /** Whoever is level is set against each other, again and again: the worst that skills and absences can do. */
    @Test
    void thatBoundHoldsAgainstAnAdversaryToo() {
        double farthest = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Month month = new Month(seed, equal(1_000_000));
            month.team(7);
            for (int step = 0; step < STEPS; step++) {
                month.lead(month.allBut(month.mostLevel()), Set.of());
                month.tally.assertOffAtMost(3, month.where(step));
                farthest = Math.max(farthest, month.tally.farthestOff());
            }
        }
        assertThat(farthest).as("the adversary is one").isGreaterThan(1.4);
    }

    @Test
    @Tag("RTE-11")
    void asLongAsTheSameRepsAreThereWeightsShiftNobodyByMoreThanTheStatedBound() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Month month = new Month(seed, weighted(1_000_000));
            int reps = month.reps.size();
            double behind = 0;
            for (int i = 2; i <= reps; i++) {
                behind += 1.0 / i;
            }
            month.weigh();
            for (int step = 0; step < STEPS; step++) {
                month.now = month.now.plusSeconds(month.random.nextInt(40_000));
                month.lead(Set.of(), month.random.nextBoolean() ? Set.of("us-ca") : Set.of());
                assertThat(month.tally.ahead()).as(month.where(step)).isLessThan(1);
                assertThat(month.tally.behind()).as(month.where(step)).isLessThanOrEqualTo(behind + ROUNDING);
            }
        }
    }

    @Test
    void whoWasAwayIsNeitherFloodedNorMadeToPay() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Month month = new Month(seed, equal(1_000_000));
            month.team(5);
            month.leads(month.random.nextInt(30));
            Instant back = month.now.plus(Duration.ofDays(1 + month.random.nextInt(30)));
            month.roster = month.roster.with(Reps.away("rep-1", month.now, "a1", month.now, back, false));
            month.leads(month.random.nextInt(400));
            month.now = back;
            Map<String, Integer> before = new TreeMap<>(month.tally.assigned);
            int leads = 1 + month.random.nextInt(100);
            month.leads(leads);
            for (String rep : month.reps) {
                int gained = month.tally.assigned.get(rep) - before.get(rep);
                assertThat((double) gained).as("seed %d: %s", seed, rep).isCloseTo(leads / 5.0, within(2.0));
            }
        }
    }

    @Test
    void whoLacksASkillIsNotOwedTheLeadsThatAskedForIt() {
        Month month = new Month(1, equal(1_000_000));
        month.team(2);
        for (int lead = 0; lead < 1_000; lead++) {
            month.lead(Set.of("rep-1"), Set.of());
        }
        month.leads(100);
        assertThat(month.tally.assigned).containsEntry("rep-0", 1_050).containsEntry("rep-1", 50);
    }

    private static RoutingRules.Rotation equal(int capacity) {
        return Reps.rules(capacity, CountResets.NEVER);
    }

    private static RoutingRules.Rotation weighted(int capacity) {
        return Reps.weighted(capacity);
    }

    /** What reps were given and what was theirs by right, from the candidates of each decision. */
    private static final class Tally {

        private final Map<String, Integer> assigned = new TreeMap<>();
        private final Map<String, Double> share = new TreeMap<>();

        /** The same number for reps who could take the same leads, with the same weight, since they are on the team. */
        private final Map<String, Integer> alike = new TreeMap<>();

        void add(List<Candidate> candidates) {
            double all = candidates.stream()
                    .filter(one -> one.getSkipped() == null)
                    .mapToDouble(Candidate::getWeight)
                    .sum();
            Map<List<Object>, Integer> groups = new HashMap<>();
            for (Candidate one : candidates) {
                String rep = one.getRepId();
                double part = one.getSkipped() == null ? one.getWeight() / all : 0;
                assigned.merge(rep, one.getChosen() ? 1 : 0, Integer::sum);
                share.merge(rep, part, Double::sum);
                int group = groups.size();
                alike.put(rep, groups.computeIfAbsent(List.of(alike.getOrDefault(rep, -1), part), same -> group));
                if (one.getAssigned() != assigned.get(rep) || Math.abs(one.getShare() - share.get(rep)) > ROUNDING) {
                    fail("Expected %s leads of %s, and a share of %s, but found %s", assigned, rep, share, one);
                }
            }
        }

        void assertSpreadWithinOne(String where) {
            Map<Integer, Integer> most = new HashMap<>();
            Map<Integer, Integer> least = new HashMap<>();
            alike.forEach((rep, group) -> {
                most.merge(group, assigned.get(rep), Math::max);
                least.merge(group, assigned.get(rep), Math::min);
            });
            most.forEach((group, leads) -> {
                if (leads - least.get(group) > 1) {
                    fail("%s: Expected a spread of 1 at most, but found %s", where, assigned);
                }
            });
        }

        int mostAlike() {
            return alike.values().stream()
                    .mapToInt(group -> Collections.frequency(alike.values(), group))
                    .max()
                    .orElse(0);
        }

        void assertOffAtMost(double most, String where) {
            if (farthestOff() > most + ROUNDING) {
                fail("%s: Expected nobody farther off than %s, but found %s of %s", where, most, assigned, share);
            }
        }

        double farthestOff() {
            return Math.max(ahead(), behind());
        }

        double ahead() {
            return off(1);
        }

        double behind() {
            return off(-1);
        }

        private double off(int sign) {
            return assigned.entrySet().stream()
                    .mapToDouble(rep -> sign * (rep.getValue() - share.get(rep.getKey())))
                    .max()
                    .orElse(0);
        }
    }

    /** A team, and what happens to it. */
    private static final class Month {

        private final Random random;
        private final int seed;
        private final RoutingRules.Rotation rules;
        private final List<String> reps = new ArrayList<>();
        private final Tally tally = new Tally();
        private Roster roster = Roster.EMPTY;
        private Instant now = MONDAY_9AM;
        private int count;

        /** So many reps of whom nothing is ever stated: what befalls others must not set them apart. */
        private int steady;

        Month(int seed, RoutingRules.Rotation rules) {
            this.seed = seed;
            this.rules = rules;
            random = new Random(seed);
            team(3 + random.nextInt(8));
        }

        String where(int step) {
            return "seed " + seed + ", step " + step;
        }

        void team(int size) {
            while (reps.size() < size) {
                join();
            }
            while (reps.size() > size) {
                reps.remove(reps.size() - 1);
            }
            roster = Reps.roster(MONDAY_9AM, reps.toArray(String[]::new));
        }

        private void join() {
            String rep = "rep-" + reps.size();
            reps.add(rep);
            roster = roster.with(Reps.joined(rep, now));
        }

        /** One of what may befall a team. */
        void event() {
            now = random.nextInt(3) == 0 ? now.plusSeconds(random.nextInt(40_000)) : now;
            String rep = reps.get(steady + random.nextInt(reps.size() - steady));
            count++;
            switch (random.nextInt(12)) {
                case 0 ->
                    roster = roster.with(Reps.away(
                            rep, now, "absence-" + count, now, now.plusSeconds(1 + random.nextInt(90_000)), false));
                case 1 -> change(rep, RepDetails.newBuilder().setCapacity(random.nextInt(9)));
                case 2 -> change(rep, RepDetails.newBuilder().setActive(random.nextInt(4) > 0));
                case 3, 4, 5, 6 -> release(rep);
                case 7 -> restart();
                case 8 -> {
                    if (reps.size() < 12) {
                        join();
                    }
                }
                default -> {
                    // Nothing happens.
                }
            }
        }

        /** Weights of every kind. */
        void weigh() {
            for (String rep : reps) {
                count++;
                change(
                        rep,
                        RepDetails.newBuilder()
                                .setWeight(0.25 + random.nextInt(8) / 4.0)
                                .setAttainment(random.nextInt(20) / 10.0)
                                .setStartedOn(MONDAY_9AM
                                        .atZone(NEW_YORK)
                                        .toLocalDate()
                                        .minusDays(random.nextInt(120)))
                                .setTerritories(random.nextBoolean() ? List.of("us-ca") : List.of("us-ny")));
            }
        }

        private void change(String rep, RepDetails.Builder details) {
            roster = roster.with(Reps.details(rep, now.plusMillis(count), details));
        }

        private void release(String id) {
            Rep rep = roster.reps().get(id);
            roster = rep.open().isEmpty()
                    ? roster
                    : roster.released(id, rep.open().keySet().iterator().next(), 1);
        }

        void restart() {
            StateWriter out = new StateWriter();
            roster.write(out);
            Roster restored = Roster.read(new StateReader(out.toBytes()));
            assertThat(restored).isEqualTo(roster);
            roster = restored;
        }

        void leads(int number) {
            for (int i = 0; i < number; i++) {
                lead(Set.of(), Set.of());
            }
        }

        void lead(Set<String> barred, Set<String> prefers) {
            Ask ask = new Ask("lead-" + count++, 1, null, null, barred, Set.of(), prefers);
            Turn turn = Rotation.choose(roster, ask, rules, NEW_YORK, now);
            roster = turn.roster();
            tally.add(turn.candidates());
        }

        /** Any of those who are not steady, and all or none of those who are. */
        Set<String> someBarred() {
            Set<String> barred = new TreeSet<>();
            if (random.nextInt(4) == 0) {
                barred.addAll(reps.subList(0, steady));
            }
            reps.subList(steady, reps.size()).stream()
                    .filter(rep -> random.nextBoolean())
                    .forEach(barred::add);
            return barred;
        }

        Set<String> allBut(Set<String> pair) {
            Set<String> others = new TreeSet<>(reps);
            others.removeAll(pair);
            return others;
        }

        /** The two whose shares are nearest, any of several at random. */
        Set<String> mostLevel() {
            Set<String> nearest = Set.of();
            double least = Double.MAX_VALUE;
            for (String one : reps) {
                for (String other : reps) {
                    double apart = Math.abs(off(one) - off(other)) + random.nextDouble() / 100;
                    if (!one.equals(other) && apart < least) {
                        least = apart;
                        nearest = Set.of(one, other);
                    }
                }
            }
            return nearest;
        }

        private double off(String rep) {
            return tally.share.getOrDefault(rep, 0.0) - tally.assigned.getOrDefault(rep, 0);
        }
    }
}

package io.revstream.routing;

import io.revstream.policy.RoutingRules;
import io.revstream.policy.RoutingRules.Rotation.CountResets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static io.revstream.routing.Reps.MONDAY_9AM;
import static io.revstream.routing.Reps.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;

/** Random teams: whatever happens, those who could take leads all along never differ by more than one. */
class FairnessTest {

    private static final int SEEDS = 300;
    private static final int STEPS = 200;
    private static final String[] TEAM = {"ann", "bob", "cid", "dee", "eve"};

    @Test
    @Tag("RTE-08")
    void equal_reps_never_differ_by_more_than_one_lead_also_in_bursts_of_one_instant() {
        RoutingRules.Rotation rules = Reps.rules(1_000_000, CountResets.NEVER);
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Roster roster = Reps.roster(MONDAY_9AM, TEAM);
            Instant now = MONDAY_9AM;
            for (int step = 0; step < STEPS; step++) {
                now = random.nextInt(3) == 0 ? now.plusSeconds(random.nextInt(100_000)) : now;
                roster = Rotation.choose(roster, Reps.anybody("lead-" + step), rules, NEW_YORK, now)
                        .roster();
                assertThat(spread(assigned(roster, Set.of(TEAM))))
                        .as("seed %d, step %d", seed, step)
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    @Tag("RTE-08")
    void absences_and_full_desks_of_some_cost_neither_them_nor_the_others_a_turn() {
        RoutingRules.Rotation rules = Reps.rules(6, CountResets.NEVER);
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Roster roster = Reps.roster(MONDAY_9AM, TEAM);
            Instant now = MONDAY_9AM;
            Set<String> together = Set.of();
            Map<String, Integer> sharesThen = Map.of();
            for (int step = 0; step < STEPS; step++) {
                now = now.plusSeconds(random.nextInt(4) == 0 ? random.nextInt(20_000) : 0);
                switch (random.nextInt(6)) {
                    case 0 -> roster = away(roster, random, now, step);
                    case 1, 2 -> roster = released(roster, random);
                    default -> {
                        Set<String> free = free(roster, rules, now);
                        Turn turn = Rotation.choose(roster, Reps.anybody("lead-" + step), rules, NEW_YORK, now);
                        if (!free.equals(together)) {
                            together = free;
                            sharesThen = levelled(roster, turn, free);
                        }
                        roster = turn.roster();
                        assertFair(roster, free, sharesThen, "seed " + seed + ", step " + step);
                        assertThat(turn.repId() == null).isEqualTo(free.isEmpty());
                    }
                }
            }
        }
    }

    @Test
    void who_was_away_gets_his_even_share_of_what_comes_after_but_for_one_turn() {
        RoutingRules.Rotation rules = Reps.rules(1_000_000, CountResets.NEVER);
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Instant back = MONDAY_9AM.plus(Duration.ofDays(1 + random.nextInt(20)));
            Roster roster =
                    Reps.roster(MONDAY_9AM, TEAM).with(Reps.away("bob", MONDAY_9AM, "b1", MONDAY_9AM, back, false));
            roster = give(roster, rules, random.nextInt(400), MONDAY_9AM, "before");
            Map<String, Integer> before = assigned(roster, Set.of(TEAM));
            int leads = 1 + random.nextInt(100);
            roster = give(roster, rules, leads, back, "after");
            int gained = assigned(roster, Set.of(TEAM)).get("bob") - before.get("bob");
            int even = leads / TEAM.length;
            // One more for the remainder, and one because the others may have been a turn ahead when he came back.
            assertThat(gained).as("seed %d: of %d leads", seed, leads).isBetween(even, even + 2);
        }
    }

    private static Roster give(Roster roster, RoutingRules.Rotation rules, int leads, Instant at, String prefix) {
        Roster next = roster;
        for (int i = 0; i < leads; i++) {
            next = Rotation.choose(next, Reps.anybody(prefix + i), rules, NEW_YORK, at)
                    .roster();
        }
        return next;
    }

    private static Roster away(Roster roster, Random random, Instant now, int step) {
        String rep = TEAM[random.nextInt(TEAM.length)];
        Instant until = now.plusSeconds(1 + random.nextInt(30_000));
        return roster.with(Reps.away(rep, now, "absence-" + step, now, until, false));
    }

    private static Roster released(Roster roster, Random random) {
        Rep rep = roster.reps().get(TEAM[random.nextInt(TEAM.length)]);
        return rep.open().isEmpty()
                ? roster
                : roster.released(rep.id(), rep.open().keySet().iterator().next(), 1);
    }

    private static Set<String> free(Roster roster, RoutingRules.Rotation rules, Instant now) {
        return Stream.of(TEAM)
                .filter(id -> !roster.reps().get(id).absent(now)
                        && roster.reps().get(id).open().size() < rules.capacity())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Shares of those who are together from now on, before the turn that found them so. */
    private static Map<String, Integer> levelled(Roster before, Turn turn, Set<String> free) {
        Map<String, Integer> shares = new TreeMap<>();
        for (String id : free) {
            shares.put(
                    id,
                    before.reps().get(id).assigned()
                            + turn.roster().reps().get(id).credit());
        }
        return shares;
    }

    private static void assertFair(Roster roster, Set<String> free, Map<String, Integer> sharesThen, String where) {
        Map<String, Integer> shares = new TreeMap<>();
        free.forEach(id -> shares.put(id, roster.reps().get(id).share()));
        assertThat(spread(shares)).as(where).isLessThanOrEqualTo(1);
        assertThat(spread(sharesThen)).as("%s: when they came together", where).isLessThanOrEqualTo(1);
    }

    private static Map<String, Integer> assigned(Roster roster, Set<String> ids) {
        Map<String, Integer> assigned = new TreeMap<>();
        ids.forEach(id -> assigned.put(id, roster.reps().get(id).assigned()));
        return assigned;
    }

    private static int spread(Map<String, Integer> counts) {
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int least = counts.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        return most - least;
    }
}

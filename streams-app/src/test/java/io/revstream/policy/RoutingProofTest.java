package io.revstream.policy;

import io.revstream.policy.LeadSearch.Outcome;
import io.revstream.policy.RoutingProof.Entry;
import io.revstream.policy.RoutingRules.Branch;
import io.revstream.policy.RoutingRules.Target;
import io.revstream.policy.RoutingRules.Target.Kind;
import io.revstream.routing.AccountStanding;
import io.revstream.routing.RequestFacts;
import io.revstream.routing.RoutingTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is proven of random trees is what trying every lead finds. */
class RoutingProofTest {

    private static final List<String> EMPLOYEES = List.of("", "0", "1", "2", "3", "4", "5", "6", "7");
    private static final List<String> INDUSTRIES = List.of("", "a", "b", "c", "other");
    private static final List<String> TOOLS = List.of("", "p", "q", "p,q", "p,other", "q,other", "p,q,other", "other");
    private static final List<String> FLAGS = List.of("true", "false");

    private int reached;
    private int unreached;
    private int overlapping;

    @Test
    void branches_that_no_lead_reaches_and_pairs_that_overlap_are_those_that_brute_force_finds() {
        for (int seed = 0; seed < 400; seed++) {
            compare(new RandomTree(new Random(seed)), seed);
        }
        assertThat(reached).isGreaterThan(500);
        assertThat(unreached).isGreaterThan(50);
        assertThat(overlapping).isGreaterThan(200);
    }

    private void compare(RandomTree random, int seed) {
        List<Branch> tree = random.tree();
        LikelyValue values = random.likelyValue();
        List<Territory> territories = random.territories();
        Set<String> taken = new HashSet<>();
        int size = tree.size();
        boolean[][] both = new boolean[size][size];
        boolean[][] onlyFirst = new boolean[size][size];
        eachLead((attributes, standing) -> {
            DerivedFacts facts = new DerivedFacts(new RequestFacts(attributes), values, territories);
            taken.add(RoutingTree.choose(tree, facts, standing).branch());
            boolean[] holds = new boolean[size];
            for (int i = 0; i < size; i++) {
                holds[i] = RoutingTree.choose(List.of(tree.get(i), tree.get(size - 1)), facts, standing)
                        .branch()
                        .equals(tree.get(i).branch());
            }
            boolean earlier = false;
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    both[i][j] |= holds[i] && holds[j] && !earlier;
                    onlyFirst[i][j] |= holds[i] && !holds[j];
                }
                earlier |= holds[i];
            }
        });
        RoutingProof proof = new RoutingProof(
                tree.stream().map(branch -> Entry.of(branch, territories)).toList(), values, territories);
        for (int i = 0; i < size - 1; i++) {
            String of = "seed " + seed + ", " + tree.get(i);
            assertThat(proof.isUnproven(i)).as(of).isFalse();
            assertThat(proof.unreachable(i) == null)
                    .as(of)
                    .isEqualTo(taken.contains(tree.get(i).branch()));
            reached += proof.unreachable(i) == null ? 1 : 0;
            unreached += proof.unreachable(i) == null ? 0 : 1;
            for (int j = i + 1; j < size - 1; j++) {
                boolean expected = both[i][j] && onlyFirst[i][j] && onlyFirst[j][i];
                assertThat(proof.overlap(i, j).outcome())
                        .as(of + " and " + tree.get(j))
                        .isEqualTo(expected ? Outcome.FOUND : Outcome.NONE);
                overlapping += expected ? 1 : 0;
            }
        }
    }

    private interface EachLead {
        void is(Map<String, String> attributes, AccountStanding standing);
    }

    private static void eachLead(EachLead lead) {
        each(
                EMPLOYEES,
                employees -> each(
                        INDUSTRIES,
                        industry -> each(
                                TOOLS,
                                tools -> each(
                                        FLAGS,
                                        named -> each(FLAGS, owner -> {
                                            Map<String, String> attributes = new HashMap<>(Map.of("named", named));
                                            known(attributes, "employees", employees);
                                            known(attributes, "industry", industry);
                                            known(attributes, "technologies", tools);
                                            lead.is(
                                                    attributes,
                                                    new AccountStanding(
                                                            named.equals("true"), owner.equals("true"), false));
                                        })))));
    }

    private static void each(List<String> values, Consumer<String> action) {
        values.forEach(action);
    }

    private static void known(Map<String, String> attributes, String name, String value) {
        if (!value.isEmpty()) {
            attributes.put(name, value);
        }
    }

    /** A tree of a few branches, with a fallback, over tables of its own. */
    private record RandomTree(Random random) {

        List<Branch> tree() {
            List<Branch> tree = new ArrayList<>();
            int branches = 2 + random.nextInt(4);
            for (int i = 0; i < branches; i++) {
                tree.add(branch("b" + i));
            }
            tree.add(new Branch("default", Set.of(), List.of(), new Target(Kind.TEAM, "t")));
            return tree;
        }

        LikelyValue likelyValue() {
            return new LikelyValue(List.of(
                    new LikelyValue.Row(List.of(bounds("employees")), 50),
                    new LikelyValue.Row(List.of(word("industry", "a", "b", "c")), 10)));
        }

        List<Territory> territories() {
            Target team = new Target(Kind.TEAM, "t");
            return List.of(
                    new Territory("x", List.of(word("industry", "a", "b", "c")), null, team),
                    new Territory("y", List.of(bounds("employees")), null, random.nextBoolean() ? team : null));
        }

        private Branch branch(String name) {
            Kind[] kinds = {Kind.TEAM, Kind.TEAM, Kind.TEAM, Kind.TERRITORY, Kind.ACCOUNT_OWNER};
            Kind kind = kinds[random.nextInt(kinds.length)];
            List<Condition> when = random.nextInt(3) == 0 ? List.of(test()) : List.of();
            Set<String> account = random.nextInt(5) == 0 ? Set.of("named") : Set.of();
            return new Branch(name, account, when, expression(2), new Target(kind, "t"));
        }

        private Expression expression(int depth) {
            if (depth == 0 || random.nextInt(3) == 0) {
                return new Expression.Is(test());
            }
            List<Expression> parts = List.of(expression(depth - 1), expression(depth - 1));
            return switch (random.nextInt(3)) {
                case 0 -> new Expression.All(parts);
                case 1 -> new Expression.Any(parts);
                default -> new Expression.Not(parts.get(0));
            };
        }

        private Condition test() {
            return switch (random.nextInt(7)) {
                case 0, 1 -> bounds("employees");
                case 2 -> word("industry", "a", "b", "c");
                case 3 -> new Condition("technologies", null, null, Set.of("p", "q"), 1 + random.nextInt(2), null);
                case 4 -> new Condition("likelyValue", 20L, null, null, null);
                case 5 -> word("territory", "x", "y");
                default -> new Condition("named", null, null, Set.of("true"), null);
            };
        }

        private Condition bounds(String attribute) {
            long from = random.nextInt(6);
            return switch (random.nextInt(3)) {
                case 0 -> new Condition(attribute, from, null, null, null);
                case 1 -> new Condition(attribute, null, from, null, null);
                default -> new Condition(attribute, from, from + random.nextInt(2), null, null);
            };
        }

        private Condition word(String attribute, String... words) {
            Set<String> chosen = new HashSet<>();
            chosen.add(words[random.nextInt(words.length)]);
            chosen.add(words[random.nextInt(words.length)]);
            return random.nextInt(4) == 0
                    ? new Condition(attribute, null, null, null, chosen)
                    : new Condition(attribute, null, null, chosen, null);
        }
    }
}

package io.revstream.policy;

import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.PartialVars;
import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.document.SourceReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExpressionTest {

    private static final String LISTS = "lists: {financial: [Banking, insurance]}\nfields: {seats: {type: number}}\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    employees > 1000                                              | employees=1001             | true
                    employees > 1000                                              | employees=1000             | false
                    employees >= 1000 && employees <= 1000                        | employees=1000             | true
                    1000 < employees                                              | employees=1001             | true
                    seats == 5                                                    | seats=5                    | true
                    tier in [1, 2]                                                | tier=2                     | true
                    industry == "BANKING"                                         | industry=banking           | true
                    industry in financial                                         | industry=banking           | true
                    industry in financial                                         | industry=retail            | false
                    !(industry in financial)                                      | industry=retail            | true
                    "HubSpot" in technologies                                     | technologies=hubspot,slack | true
                    named                                                         | named=true                 | true
                    !named                                                        | named=false                | true
                    named != true                                                 | named=true                 | false
                    true                                                          |                            | true
                    """)
    void comparisons_hold_of_facts_that_are_known(String text, String facts, boolean holds) {
        assertThat(read(text).holds(facts(facts))).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    employees > 1000                              |                 | false
                    !(employees > 1000)                           |                 | false
                    employees != 1000                             |                 | false
                    !(language in ["en"])                         |                 | false
                    tier == 1 or employees > 10                   | employees=11    | true
                    employees > 10 or tier == 1                   | employees=11    | true
                    tier == 1 or employees > 10                   | employees=10    | false
                    !(tier == 1 && employees > 10)                | employees=10    | true
                    !(tier == 1 && employees > 10)                | employees=11    | false
                    !(tier == 1 or employees > 10)                | employees=11    | false
                    """)
    void what_is_not_known_does_not_hold_and_neither_does_its_contrary(String text, String facts, boolean holds) {
        assertThat(read(text.replace(" or ", " || ")).holds(facts(facts))).isEqualTo(holds);
    }

    @Test
    void it_is_told_in_words() {
        assertThat(read("tier == 1 || (employees > 1000 && industry in financial) || !(language in [\"en\"])")
                        .words())
                .isEqualTo("tier is 1 or (employees from 1001 and (industry is banking or insurance))"
                        + " or not (language is en)");
    }

    /** The library's own evaluation, with attributes that are unknown, is the judge. */
    @Test
    void random_expressions_come_out_as_the_cel_runtime_says() throws Exception {
        Random random = new Random(7);
        CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .addVar("employees", SimpleType.INT)
                .addVar("tier", SimpleType.INT)
                .addVar("industry", SimpleType.STRING)
                .addVar("named", SimpleType.BOOL)
                .addVar("technologies", ListType.create(SimpleType.STRING))
                .addVar("financial", ListType.create(SimpleType.STRING))
                .build();
        CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
        int held = 0;
        for (int i = 0; i < 300; i++) {
            String text = random(random, 3);
            Expression expression = read(text);
            CelRuntime.Program program =
                    runtime.createProgram(compiler.compile(text).getAst());
            for (int j = 0; j < 10; j++) {
                Map<String, Object> known = randomFacts(random);
                boolean expected = Boolean.TRUE.equals(program.eval(partial(known)));
                held += expected ? 1 : 0;
                assertThat(expression.holds(asFacts(known)))
                        .as("%s of %s", text, known)
                        .isEqualTo(expected);
            }
        }
        assertThat(held).isBetween(500, 2500);
    }

    private static PartialVars partial(Map<String, Object> known) {
        Map<String, Object> variables = new HashMap<>(known);
        variables.put("financial", List.of("banking", "insurance"));
        List<CelAttributePattern> unknown = new ArrayList<>();
        for (String name : List.of("employees", "tier", "industry", "named", "technologies")) {
            if (!known.containsKey(name)) {
                unknown.add(CelAttributePattern.fromQualifiedIdentifier(name));
            }
        }
        return PartialVars.of(name -> java.util.Optional.ofNullable(variables.get(name)), unknown);
    }

    private static Map<String, Object> randomFacts(Random random) {
        Map<String, Object> known = new HashMap<>();
        if (random.nextInt(3) > 0) {
            known.put("employees", (long) random.nextInt(5));
        }
        if (random.nextInt(3) > 0) {
            known.put("tier", (long) random.nextInt(4));
        }
        if (random.nextInt(3) > 0) {
            known.put("industry", List.of("banking", "insurance", "retail").get(random.nextInt(3)));
        }
        if (random.nextInt(3) > 0) {
            known.put("named", random.nextBoolean());
        }
        if (random.nextInt(3) > 0) {
            known.put(
                    "technologies",
                    List.of(List.of("a"), List.of("a", "b"), List.of("c")).get(random.nextInt(3)));
        }
        return known;
    }

    private static String random(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            int n = random.nextInt(5);
            return switch (random.nextInt(9)) {
                case 0 -> "employees > " + n;
                case 1 -> "employees <= " + n;
                case 2 -> n + " == tier";
                case 3 -> "tier in [" + n + ", 2]";
                case 4 -> "industry in financial";
                case 5 -> "industry != \"retail\"";
                case 6 -> "\"b\" in technologies";
                case 7 -> "named == false";
                default -> "named";
            };
        }
        String left = random(random, depth - 1);
        String right = random(random, depth - 1);
        return switch (random.nextInt(3)) {
            case 0 -> "(" + left + " && " + right + ")";
            case 1 -> "(" + left + " || " + right + ")";
            default -> "!(" + left + ")";
        };
    }

    private static Facts asFacts(Map<String, Object> known) {
        Map<String, Set<String>> words = new HashMap<>();
        known.forEach((name, value) -> words.put(
                name,
                value instanceof List<?> list
                        ? Set.copyOf(list.stream().map(Object::toString).toList())
                        : Set.of(value.toString())));
        return of(words);
    }

    private static Facts facts(String text) {
        Map<String, Set<String>> words = new HashMap<>();
        if (text != null) {
            String[] fact = text.split("=");
            words.put(fact[0], Set.of(fact[1].split(",")));
        }
        return of(words);
    }

    private static Facts of(Map<String, Set<String>> words) {
        return new Facts() {
            @Override
            public Set<String> words(String attribute) {
                return words.getOrDefault(attribute, Set.of());
            }

            @Override
            public Long number(String attribute) {
                Set<String> word = words(attribute);
                return word.size() == 1 && word.iterator().next().matches("[0-9]+")
                        ? Long.valueOf(word.iterator().next())
                        : null;
            }
        };
    }

    private static Expression read(String text) {
        Problems problems = new Problems("p");
        SourceNode document =
                SourceReader.read(LISTS + "if: '" + text.replace("'", "''") + "'\n", "a policy", problems);
        Expression expression = new ExpressionReader(document, problems).read(document.at("if"));
        assertThat(problems.inOrder()).isEmpty();
        return expression;
    }
}

package io.revstream.policy;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import io.revstream.document.Place;
import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads expressions: CEL, parsed and type-checked, of which a policy may use comparisons of an attribute with a value, joined by
 * {@code && || !}. No functions, no arithmetic and no loops: what an expression costs is bounded by its length, and what a tree of them
 * does can be proven.
 */
final class ExpressionReader {

    private static final int LONGEST = 2_000;
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(false)
            .maxExpressionCodePointSize(LONGEST)
            .build();
    private static final CelStandardDeclarations COMPARISONS = CelStandardDeclarations.newBuilder()
            .includeFunctions(
                    StandardFunction.EQUALS,
                    StandardFunction.NOT_EQUALS,
                    StandardFunction.LESS,
                    StandardFunction.LESS_EQUALS,
                    StandardFunction.GREATER,
                    StandardFunction.GREATER_EQUALS,
                    StandardFunction.IN,
                    StandardFunction.LOGICAL_AND,
                    StandardFunction.LOGICAL_OR,
                    StandardFunction.LOGICAL_NOT)
            .build();
    /** Functions of CEL that a policy does not have. */
    private static final Set<String> FUNCTIONS =
            Set.of("matches", "contains", "startsWith", "endsWith", "size", "has", "exists", "all", "int", "string");

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern OPERATOR = Pattern.compile("[@_]*([^_@a-z]+|in)[_@]*");

    private final Map<String, CelType> attributes = new TreeMap<>();
    private final Map<String, Set<String>> lists = new TreeMap<>();
    private final Problems problems;
    private CelCompiler compiler;

    /** @param document the policy: its lists and fields have names that expressions may use */
    ExpressionReader(SourceNode document, Problems problems) {
        this.problems = problems;
        Vocabulary.ATTRIBUTES.forEach(name -> attributes.put(name, type(name)));
        Vocabulary.ROUTING_FACTS.forEach(name -> attributes.put(name, SimpleType.BOOL));
        document.at("fields").values().forEach((name, field) -> {
            if (NAME.matcher(name).matches()) {
                attributes.putIfAbsent(name, type(field));
            }
        });
        document.at("lists").values().forEach((name, words) -> {
            if (NAME.matcher(name).matches() && !attributes.containsKey(name)) {
                lists.put(name, words(words));
            }
        });
    }

    /** The expression that a node holds; null when there is none, or it has problems. */
    Expression read(SourceNode node) {
        if (node.text() == null) {
            return null;
        }
        CelValidationResult result = compiler().compile(node.text());
        if (result.hasError()) {
            result.getErrors().forEach(issue -> report(node, issue.getSourceLocation(), wording(issue)));
            return null;
        }
        try {
            CelAbstractSyntaxTree tree = result.getAst();
            return new ExpressionTranslation(tree, attributes, lists, (at, message) -> report(node, at, message))
                    .translate();
        } catch (CelValidationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is no word is told by others. */
    private static Set<String> words(SourceNode list) {
        Set<String> words = new LinkedHashSet<>();
        list.texts().forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
        return Collections.unmodifiableSet(words);
    }

    private CelCompiler compiler() {
        if (compiler == null) {
            CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                    .setOptions(OPTIONS)
                    .setStandardEnvironmentEnabled(false)
                    .setStandardDeclarations(COMPARISONS)
                    .setStandardMacros()
                    .setResultType(SimpleType.BOOL);
            attributes.forEach(builder::addVar);
            lists.keySet().forEach(name -> builder.addVar(name, ListType.create(SimpleType.STRING)));
            compiler = builder.build();
        }
        return compiler;
    }

    private static CelType type(String attribute) {
        if (Vocabulary.NUMBERS.contains(attribute)) {
            return SimpleType.INT;
        }
        if (Vocabulary.SEVERAL_WORDS.contains(attribute)) {
            return ListType.create(SimpleType.STRING);
        }
        return Vocabulary.FLAGS.contains(attribute) ? SimpleType.BOOL : SimpleType.STRING;
    }

    private static CelType type(SourceNode field) {
        return switch (Values.text(field.at("type"), "")) {
            case "number" -> SimpleType.INT;
            case "flag" -> SimpleType.BOOL;
            default -> SimpleType.STRING;
        };
    }

    private String wording(CelIssue issue) {
        Matcher undeclared = UNDECLARED.matcher(issue.getMessage());
        if (!undeclared.matches()) {
            String message = issue.getMessage()
                    .replaceAll(" \\(candidates: .*", "")
                    .replaceAll("^expected type 'bool' but found '(.*)'$", "it gives a value of type $1");
            return "Expected an expression that is true or false, but " + operators(message);
        }
        String name = undeclared.group(1);
        if (attributes.containsKey(name) || !NAME.matcher(name).matches() || FUNCTIONS.contains(name)) {
            return "Expected comparisons (== != < <= > >= in) joined by && || !, but found \"" + operators(name) + "\"";
        }
        Set<String> known = new TreeSet<>(attributes.keySet());
        known.addAll(lists.keySet());
        return Problems.unknown("the name of an attribute, a field or a list", name, known);
    }

    private static String operators(String message) {
        return message.startsWith("_") || message.startsWith("@")
                ? OPERATOR.matcher(message).replaceAll("$1")
                : message.replaceAll("'[_@]*([^_@'a-z]+|in)[_@]*'", "'$1'");
    }

    /** Where it stands in the document. The lines of a text that spans several have lost their places: its beginning must do. */
    private void report(SourceNode node, CelSourceLocation at, String message) {
        boolean several = node.text().indexOf('\n') >= 0;
        int quote = node.plain() ? 0 : 1;
        Place start = node.place();
        Place place = several || at.getColumn() < 0
                ? start
                : new Place(start.line(), start.column() + quote + at.getColumn());
        problems.error(place, message);
    }
}

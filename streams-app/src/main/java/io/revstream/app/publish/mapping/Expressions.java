package io.revstream.app.publish.mapping;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Compiles the expressions of a mapping: CEL with its string and math extensions. */
final class Expressions {

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true) // the runtime asks for it
            .comprehensionMaxIterations(10_000)
            .maxExpressionCodePointSize(10_000)
            .build();

    private final CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar(Expression.ROW, MapType.create(SimpleType.STRING, SimpleType.STRING))
            .addVar(Expression.LINE, SimpleType.INT)
            .addLibraries(CelExtensions.strings(), CelExtensions.math())
            .build();
    private final CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(OPTIONS)
            .addLibraries(CelExtensions.strings(), CelExtensions.math())
            .build();
    private final Problems problems;

    Expressions(Problems problems) {
        this.problems = problems;
    }

    /** The expression that a node holds, or null when it is none. */
    Expression compile(Node node) {
        String text = Section.text(node, "an expression", problems);
        if (text == null) {
            return null;
        }
        CelValidationResult result = compiler.compile(text);
        if (result.hasError()) {
            result.getErrors().forEach(issue -> report((ScalarNode) node, issue));
            return null;
        }
        try {
            CelAbstractSyntaxTree tree = result.getAst();
            return new Expression(runtime.createProgram(tree), tree.getResultType().kind(), columns(tree));
        } catch (CelValidationException | CelEvaluationException e) {
            problems.add(node, "Expected an expression, but " + e.getMessage());
            return null;
        }
    }

    private void report(ScalarNode node, CelIssue issue) {
        String text = "Expected an expression over `row` and `line`, but " + issue.getMessage();
        int line = node.getStartMark().getLine() + 1;
        int column = node.getStartMark().getColumn() + 1;
        int within = issue.getSourceLocation().getColumn();
        // Folded lines have lost their places: the expression's own place must do.
        boolean oneLine = node.getStartMark().getLine() == node.getEndMark().getLine();
        if (oneLine && node.getScalarStyle() == ScalarStyle.PLAIN) {
            problems.add(line, column + within, text);
        } else if (oneLine) {
            problems.add(line, column + 1 + within, text);
        } else {
            problems.add(line, column, text);
        }
    }

    private static Set<String> columns(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(node -> column(node.expr()))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** The column that {@code row.x} or {@code row["x"]} names. */
    private static Optional<String> column(CelExpr node) {
        if (node.getKind() == CelExpr.ExprKind.Kind.SELECT && isRow(node.select().operand())) {
            return Optional.of(node.select().field());
        }
        if (node.getKind() == CelExpr.ExprKind.Kind.CALL
                && node.call().function().equals("_[_]")
                && isRow(node.call().args().get(0))) {
            CelExpr index = node.call().args().get(1);
            if (index.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
                return Optional.of(index.constant().stringValue());
            }
        }
        return Optional.empty();
    }

    private static boolean isRow(CelExpr node) {
        return node.getKind() == CelExpr.ExprKind.Kind.IDENT && node.ident().name().equals(Expression.ROW);
    }
}

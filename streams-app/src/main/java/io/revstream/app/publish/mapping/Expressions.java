package io.revstream.app.publish.mapping;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
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
import io.revstream.document.Place;
import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    private final List<String> lines;
    private final Problems problems;

    /** @param yaml the file that holds the expressions */
    Expressions(String yaml, Problems problems) {
        this.lines = yaml.lines().toList();
        this.problems = problems;
    }

    /** The expression that a node holds, or null when it is none. */
    Expression compile(SourceNode node) {
        String text = Section.text(node, "an expression", problems);
        if (text == null) {
            return null;
        }
        CelValidationResult result = compiler.compile(text);
        if (result.hasError()) {
            result.getErrors().forEach(issue -> report(node, issue));
            return null;
        }
        try {
            CelAbstractSyntaxTree tree = result.getAst();
            return new Expression(
                    runtime.createProgram(tree), tree.getResultType().kind(), columns(tree));
        } catch (CelValidationException | CelEvaluationException e) {
            problems.error(node, "Expected an expression, but " + e.getMessage());
            return null;
        }
    }

    private void report(SourceNode node, CelIssue issue) {
        String text = "Expected an expression over `row` and `line`, but " + issue.getMessage();
        problems.error(place(node.place(), issue.getSourceLocation()), text);
    }

    /** Where the issue stands in the file. The lines of a block have lost their places: the expression's own must do. */
    private Place place(Place start, CelSourceLocation issue) {
        String line = lines.get(start.line() - 1);
        char first = line.charAt(start.column() - 1);
        int column = start.column() + (first == '"' || first == '\'' ? 1 : 0) + issue.getColumn();
        boolean block = first == '|' || first == '>';
        return block || issue.getLine() > 1 || column > line.length() + 1 ? start : new Place(start.line(), column);
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
        if (node.getKind() == CelExpr.ExprKind.Kind.SELECT
                && isRow(node.select().operand())) {
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
        return node.getKind() == CelExpr.ExprKind.Kind.IDENT
                && node.ident().name().equals(Expression.ROW);
    }
}

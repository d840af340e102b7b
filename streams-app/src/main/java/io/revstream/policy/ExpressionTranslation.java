package io.revstream.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import io.revstream.policy.Expression.All;
import io.revstream.policy.Expression.Any;
import io.revstream.policy.Expression.Is;
import io.revstream.policy.Expression.Not;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Makes an {@link Expression} of a type-checked CEL tree: tests as the rest of the policy has them, so that they can be explained and
 * proven in the same way.
 */
final class ExpressionTranslation {

    private static final long MOST = 1_000_000_000_000L;
    private static final Map<String, String> MIRRORED =
            Map.of("_==_", "_==_", "_!=_", "_!=_", "_<_", "_>_", "_>_", "_<_", "_<=_", "_>=_", "_>=_", "_<=_");

    private final CelAbstractSyntaxTree tree;
    private final Map<String, CelType> attributes;
    private final Map<String, Set<String>> lists;
    private final BiConsumer<CelSourceLocation, String> problems;
    private boolean failed;

    ExpressionTranslation(
            CelAbstractSyntaxTree tree,
            Map<String, CelType> attributes,
            Map<String, Set<String>> lists,
            BiConsumer<CelSourceLocation, String> problems) {
        this.tree = tree;
        this.attributes = attributes;
        this.lists = lists;
        this.problems = problems;
    }

    /** Null when there were problems. */
    Expression translate() {
        Expression expression = of(tree.getExpr());
        return failed ? null : expression;
    }

    private Expression of(CelExpr node) {
        if (attribute(node) != null) {
            return Expression.isTrue(attribute(node));
        }
        if (node.getKind() == Kind.CONSTANT) {
            return node.constant().booleanValue() ? new All(List.of()) : new Any(List.of());
        }
        if (node.getKind() != Kind.CALL) {
            return fail(node, "Expected a comparison, but found something else");
        }
        List<CelExpr> args = node.call().args();
        return switch (node.call().function()) {
            case "_&&_" -> new All(joined(node, "_&&_"));
            case "_||_" -> new Any(joined(node, "_||_"));
            case "!_" -> new Not(of(args.get(0)));
            case "@in" -> in(node, args.get(0), args.get(1));
            default -> comparison(node, node.call().function(), args.get(0), args.get(1));
        };
    }

    /** {@code a && b && c} as one list, however it was nested. */
    private List<Expression> joined(CelExpr node, String operator) {
        if (node.getKind() != Kind.CALL || !node.call().function().equals(operator)) {
            return List.of(of(node));
        }
        List<Expression> parts = new ArrayList<>();
        node.call().args().forEach(arg -> parts.addAll(joined(arg, operator)));
        return List.copyOf(parts);
    }

    private Expression comparison(CelExpr node, String operator, CelExpr left, CelExpr right) {
        if (attribute(left) == null && attribute(right) != null) {
            return comparison(node, MIRRORED.get(operator), right, left);
        }
        String attribute = attribute(left);
        if (attribute == null || right.getKind() != Kind.CONSTANT) {
            return fail(node, "Expected a comparison of an attribute with a value, but found something else");
        }
        CelConstant value = right.constant();
        return switch (value.getKind()) {
            case INT64_VALUE -> number(node, attribute, operator, value.int64Value());
            case STRING_VALUE -> word(node, operator, attribute, lower(value.stringValue()));
            case BOOLEAN_VALUE -> word(node, operator, attribute, String.valueOf(value.booleanValue()));
            default -> fail(node, "Expected a word, a whole number, true or false, but found another value");
        };
    }

    private Expression number(CelExpr node, String attribute, String operator, long value) {
        if (value < 0 || value > MOST) {
            return fail(node, "Expected a whole number from 0 to " + MOST + ", but found " + value);
        }
        return switch (operator) {
            case "_==_" -> bounds(attribute, value, value);
            case "_!=_" -> new Not(bounds(attribute, value, value));
            case "_<_" -> bounds(attribute, null, value - 1);
            case "_<=_" -> bounds(attribute, null, value);
            case "_>_" -> bounds(attribute, value + 1, null);
            default -> bounds(attribute, value, null);
        };
    }

    private Expression word(CelExpr node, String operator, String attribute, String word) {
        return switch (operator) {
            case "_==_" -> words(attribute, Set.of(word));
            case "_!=_" -> new Not(words(attribute, Set.of(word)));
            default ->
                fail(node, "Expected == or != between words, since words have no order, but found another comparison");
        };
    }

    private Expression in(CelExpr node, CelExpr item, CelExpr list) {
        if (attribute(list) != null && item.getKind() == Kind.CONSTANT) {
            return words(attribute(list), Set.of(lower(item.constant().stringValue())));
        }
        String attribute = attribute(item);
        if (attribute == null) {
            return fail(
                    node,
                    "Expected an attribute before \"in\", or a word before an attribute of several, but found something else");
        }
        if (list.getKind() == Kind.IDENT && lists.containsKey(list.ident().name())) {
            return words(attribute, lists.get(list.ident().name()));
        }
        if (list.getKind() != Kind.LIST
                || list.list().elements().isEmpty()
                || list.list().elements().stream().anyMatch(each -> each.getKind() != Kind.CONSTANT)) {
            return fail(
                    node, "Expected values in brackets, or the name of a list, after \"in\", but found something else");
        }
        List<CelConstant> values =
                list.list().elements().stream().map(CelExpr::constant).toList();
        if (attributes.get(attribute).kind() == CelKind.INT) {
            return new Any(values.stream()
                    .map(value -> number(node, attribute, "_==_", value.int64Value()))
                    .toList());
        }
        Set<String> words = new LinkedHashSet<>();
        values.forEach(value -> words.add(
                attributes.get(attribute).equals(SimpleType.BOOL)
                        ? String.valueOf(value.booleanValue())
                        : lower(value.stringValue())));
        return words(attribute, Collections.unmodifiableSet(words));
    }

    private static Expression bounds(String attribute, Long from, Long to) {
        return new Is(new Condition(attribute, from, to, null, null));
    }

    private static Expression words(String attribute, Set<String> words) {
        return new Is(new Condition(attribute, null, null, words, null));
    }

    private String attribute(CelExpr node) {
        return node.getKind() == Kind.IDENT
                        && attributes.containsKey(node.ident().name())
                ? node.ident().name()
                : null;
    }

    private Expression fail(CelExpr node, String message) {
        failed = true;
        Integer offset = tree.getSource().getPositionsMap().get(node.id());
        problems.accept(
                offset == null
                        ? CelSourceLocation.NONE
                        : tree.getSource().getOffsetLocation(offset).orElse(CelSourceLocation.NONE),
                message);
        return new Any(List.of());
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}

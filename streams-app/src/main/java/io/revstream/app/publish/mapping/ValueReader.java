package io.revstream.app.publish.mapping;

import dev.cel.common.types.CelKind;
import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.record.Conversion;
import io.revstream.record.Unfit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/** Reads where values come from, and checks what can be checked without a row. */
final class ValueReader {

    private static final Set<String> SOURCES = Keys.of("column", "constant", "expression");
    private static final Set<String> KEYS =
            Keys.of(SOURCES, Keys.of("values", "default", "required"), FormatReader.KEYS.keySet());

    private final String file;
    private final Problems problems;
    private final Expressions expressions;
    private final FormatReader formats;
    private final WordMapReader wordMaps;
    private final List<Mapping.ColumnUse> columns = new ArrayList<>();

    ValueReader(String file, FormatReader formats, WordMapReader wordMaps, Expressions expressions, Problems problems) {
        this.file = file;
        this.formats = formats;
        this.wordMaps = wordMaps;
        this.problems = problems;
        this.expressions = expressions;
    }

    List<Mapping.ColumnUse> columns() {
        return List.copyOf(columns);
    }

    /** The condition of an event, or null when it is none. */
    Expression condition(SourceNode node) {
        Expression condition = expression(node);
        if (condition != null && condition.result() != CelKind.BOOL && condition.result() != CelKind.DYN) {
            problems.error(
                    node,
                    "Expected an expression that is true or false, but it gives " + Keys.lower(condition.result()));
        }
        return condition;
    }

    /**
     * Reads a value.
     *
     * @param target what it is for, in messages
     * @param type Avro type that its text is turned into; no union
     * @param required whether a blank one rejects the row whatever the mapping says
     * @return null when it cannot be used
     */
    ValueRule read(SourceNode node, String target, Schema type, boolean required) {
        if (node.kind() == SourceNode.Kind.SCALAR) {
            return ofColumn(node, target, type, required);
        }
        Section section = Section.of(node, "a value", KEYS, problems);
        if (section == null) {
            return null;
        }
        List<String> sources = SOURCES.stream().filter(section::has).toList();
        if (sources.size() != 1) {
            problems.error(
                    node,
                    "Expected one of %s for %s, but found %s"
                            .formatted(
                                    String.join(", ", SOURCES),
                                    target,
                                    sources.isEmpty() ? "none" : String.join(" and ", sources)));
            return null;
        }
        Conversion conversion = formats.conversion(section, target, type);
        WordMap words = section.has("values") ? wordMaps.words(section.value("values")) : WordMap.NONE;
        String column = section.text("column");
        String constant = section.text("constant");
        Expression expression = section.has("expression") ? expression(section.value("expression")) : null;
        String otherwise = section.text("default");
        boolean mustHave = required || section.flag("required", false);
        if (conversion == null || (column == null && constant == null && expression == null)) {
            return null;
        }
        use(section.value("column"), column);
        checkTexts(section, conversion, words);
        checkResult(section, target, conversion, expression);
        return new ValueRule(target, column, constant, expression, words, otherwise, conversion, mustHave);
    }

    private ValueRule ofColumn(SourceNode node, String target, Schema type, boolean required) {
        String column = Section.text(node, target, problems);
        Conversion conversion = formats.usual(type);
        if (column == null || conversion == null) {
            return null;
        }
        use(node, column);
        return new ValueRule(target, column, null, null, WordMap.NONE, null, conversion, required);
    }

    private Expression expression(SourceNode node) {
        Expression expression = expressions.compile(node);
        if (expression != null) {
            expression.columns().forEach(column -> use(node, column));
        }
        return expression;
    }

    private void use(SourceNode at, String column) {
        if (column != null) {
            String place =
                    "%s:%d:%d".formatted(file, at.place().line(), at.place().column());
            columns.add(new Mapping.ColumnUse(column, place));
        }
    }

    /** Every text that the mapping itself may put into the field has to fit it. */
    private void checkTexts(Section section, Conversion conversion, WordMap words) {
        if (section.has("constant")) {
            check(section.value("constant"), section.text("constant"), words, conversion);
        }
        if (section.has("default")) {
            check(section.value("default"), section.text("default"), WordMap.NONE, conversion);
        }
        if (section.has("values")) {
            List<String> results = new ArrayList<>(words.words().values());
            if (words.otherwise() != null) {
                results.add(words.otherwise());
            }
            results.stream()
                    .distinct()
                    .forEach(result -> check(section.value("values"), result, WordMap.NONE, conversion));
        }
    }

    private void check(SourceNode at, String text, WordMap words, Conversion conversion) {
        try {
            String word = text == null || text.isBlank() ? "" : words.read(text);
            if (!word.isBlank()) {
                conversion.read(word);
            }
        } catch (Unfit unfit) {
            problems.error(at, unfit.reason());
        }
    }

    private void checkResult(Section section, String target, Conversion conversion, Expression expression) {
        if (expression == null || section.has("values")) {
            return;
        }
        if (!expression.makes(conversion.kind())) {
            problems.error(
                    section.value("expression"),
                    "Expected an expression that gives %s for %s, but it gives %s"
                            .formatted(conversion.kind().words(), target, Keys.lower(expression.result())));
        } else if (section.has("format") && expression.result() == CelKind.TIMESTAMP) {
            problems.error(
                    section.key("format"), "Expected `format` for a text only, but the expression gives a timestamp");
        }
    }
}

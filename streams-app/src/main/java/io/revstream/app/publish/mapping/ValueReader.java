package io.revstream.app.publish.mapping;

import dev.cel.common.types.CelKind;
import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;

/** Reads where values come from, and checks what can be checked without a row. */
final class ValueReader {

    private static final Set<String> SOURCES = Keys.of("column", "constant", "expression");
    private static final Map<String, Conversion.Kind> FORMATS = formatKeys();
    private static final Set<String> KEYS =
            Keys.of(SOURCES, Keys.of("values", "default", "required"), FORMATS.keySet());
    private static final Set<String> WORD_MAP_KEYS = Keys.of("words", "ignoreCase", "else", "keepOthers");

    private final String file;
    private final Problems problems;
    private final Expressions expressions;
    private final ZoneId zone;
    private final Map<String, WordMap> named = new HashMap<>();
    private final List<Mapping.ColumnUse> columns = new ArrayList<>();

    /** @param zone of texts that state no time zone */
    ValueReader(String file, ZoneId zone, Expressions expressions, Problems problems) {
        this.file = file;
        this.zone = zone;
        this.problems = problems;
        this.expressions = expressions;
    }

    private static Map<String, Conversion.Kind> formatKeys() {
        Map<String, Conversion.Kind> keys = new LinkedHashMap<>();
        List.of("format", "zone", "at").forEach(key -> keys.put(key, Conversion.Kind.INSTANT));
        List.of("decimal", "grouping", "times").forEach(key -> keys.put(key, Conversion.Kind.NUMBER));
        keys.put("split", Conversion.Kind.LIST);
        return keys;
    }

    List<Mapping.ColumnUse> columns() {
        return List.copyOf(columns);
    }

    /** Reads the value maps that values refer to by name. */
    void readNamed(SourceNode node) {
        Section section = Section.free(node, "names of value maps", problems);
        if (section != null) {
            section.values().forEach((name, map) -> named.put(name, wordMap(name, map)));
        }
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
        Conversion conversion = conversion(section, target, type);
        WordMap words = section.has("values") ? words(section.value("values")) : WordMap.NONE;
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
        Conversion conversion =
                Conversions.into(type, new Formats(NumberFormat.PLAIN, TimeFormat.iso(zone, LocalTime.MIDNIGHT), null));
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

    private Conversion conversion(Section section, String target, Schema type) {
        NumberFormat numbers = numbers(section);
        TimeFormat times = times(section);
        String split = section.text("split");
        if (numbers == null || times == null) {
            return null;
        }
        Conversion conversion = Conversions.into(type, new Formats(numbers, times, split));
        FORMATS.forEach((key, kind) -> {
            if (section.has(key) && conversion != null && !fits(kind, conversion.kind())) {
                problems.error(
                        section.key(key),
                        "Expected `%s` for %s only, but %s is %s"
                                .formatted(
                                        key,
                                        kind.words(),
                                        target,
                                        conversion.kind().words()));
            }
        });
        return conversion;
    }

    private static boolean fits(Conversion.Kind format, Conversion.Kind value) {
        return format == value
                || value == Conversion.Kind.LIST
                || (format == Conversion.Kind.INSTANT && value == Conversion.Kind.DATE);
    }

    private NumberFormat numbers(Section section) {
        Character decimal = section.has("decimal") ? character(section, "decimal") : Character.valueOf('.');
        Character grouping = section.has("grouping") ? character(section, "grouping") : null;
        String times = section.has("times") ? section.text("times") : "1";
        if (decimal == null || times == null || (section.has("grouping") && grouping == null)) {
            return null;
        }
        if (decimal.equals(grouping)) {
            problems.error(
                    section.value("grouping"),
                    "Expected another character than the decimal one, but both are `" + decimal + "`");
        }
        try {
            return new NumberFormat(decimal, grouping, NumberFormat.PLAIN.read(times, "a number"));
        } catch (Unfit unfit) {
            problems.error(section.value("times"), unfit.reason("`times`"));
            return null;
        }
    }

    private Character character(Section section, String key) {
        String text = section.text(key);
        if (text == null || text.length() == 1) {
            return text == null ? null : text.charAt(0);
        }
        problems.error(section.value(key), "Expected one character for `" + key + "`, but found `" + text + "`");
        return null;
    }

    private TimeFormat times(Section section) {
        ZoneId in = section.has("zone") ? Keys.zone(section, problems) : zone;
        String at = section.has("at") ? section.text("at") : "00:00";
        String format = section.has("format") ? section.text("format") : "iso";
        if (in == null || at == null || format == null) {
            return null;
        }
        String wanted = "`at`";
        SourceNode place = section.value("at");
        try {
            LocalTime time = LocalTime.parse(at);
            wanted = "`format`";
            place = section.value("format");
            return TimeFormat.of(format, in, time);
        } catch (DateTimeException e) {
            problems.error(place, "Expected a time of day like 09:00 for " + wanted + ", but found `" + at + "`");
        } catch (IllegalArgumentException e) {
            problems.error(
                    place,
                    "Expected a pattern of a date like dd-MM-yy, iso, epoch-seconds or epoch-millis for " + wanted
                            + ", but found `" + format + "`: " + e.getMessage());
        }
        return null;
    }

    private WordMap words(SourceNode node) {
        if (node.kind() != SourceNode.Kind.SCALAR) {
            return wordMap(null, node);
        }
        String name = Section.text(node, "`values`", problems);
        if (name == null || (named.get(name) == null && named.containsKey(name))) {
            return WordMap.NONE;
        }
        WordMap words = named.get(name);
        if (words == null) {
            problems.error(node, Problems.unknown("the name of a value map", name, named.keySet()));
        }
        return words == null ? WordMap.NONE : words;
    }

    /** Null when it cannot be used. */
    private WordMap wordMap(String name, SourceNode node) {
        Section section = Section.of(node, "a value map", WORD_MAP_KEYS, problems);
        if (section == null) {
            return null;
        }
        boolean ignoreCase = section.flag("ignoreCase", false);
        boolean keepOthers = section.flag("keepOthers", false);
        String otherwise = section.text("else");
        if (keepOthers && otherwise != null) {
            problems.error(section.key("else"), "Expected `else` or `keepOthers`, but found both");
        }
        Map<String, String> words = new LinkedHashMap<>();
        Section texts = section.has("words") ? Section.free(section.value("words"), "words", problems) : null;
        if (texts == null) {
            if (!section.has("words")) {
                problems.error(node, "Expected `words` in a value map, but found none");
            }
            return null;
        }
        texts.values().forEach((word, node2) -> {
            String becomes = Section.text(node2, "`" + word + "`", problems);
            String key = ignoreCase ? word.toLowerCase(Locale.ROOT) : word;
            if (becomes != null && words.put(key, becomes) != null) {
                problems.error(
                        texts.key(word), "Expected each word once, but `" + word + "` occurs twice but for its case");
            }
        });
        return new WordMap(name, words, ignoreCase, otherwise, keepOthers);
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
        if (!conversion.kind().isMadeFrom(expression.result())) {
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

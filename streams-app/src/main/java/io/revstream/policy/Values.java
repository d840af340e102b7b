package io.revstream.policy;

import io.revstream.document.SourceNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Values of a document as the policy holds them. Sets and maps keep the order of the document, since what is decided must not depend on
 * a hash.
 *
 * @param lists the document's named lists of words
 * @param signals the document's named lists of signals
 */
record Values(Map<String, Set<String>> lists, Map<String, List<Signal>> signals) {

    /** As a document names its lists. */
    static Values of(SourceNode document) {
        return new Values(
                table(document.at("lists"), Values::words),
                table(document.at("signals"), list -> list(list, Values::signal)));
    }

    static <T> List<T> list(SourceNode node, Function<SourceNode, T> item) {
        return node.items().stream().map(item).toList();
    }

    static <T> Set<T> set(SourceNode node, Function<SourceNode, T> item) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(list(node, item)));
    }

    static <T> Map<String, T> table(SourceNode node, Function<SourceNode, T> value) {
        Map<String, T> table = new LinkedHashMap<>();
        node.values().forEach((name, each) -> table.put(name, value.apply(each)));
        return Collections.unmodifiableMap(table);
    }

    static String text(SourceNode node, String otherwise) {
        return node.text() == null ? otherwise : node.text();
    }

    static int whole(SourceNode node, int otherwise) {
        return node.isPresent() ? Math.toIntExact(node.number()) : otherwise;
    }

    /** A number with its decimal places. */
    static BigDecimal decimal(SourceNode node, BigDecimal otherwise) {
        return node.isPresent() ? node.toJson().decimalValue() : otherwise;
    }

    static boolean flag(SourceNode node, boolean otherwise) {
        return node.isPresent() ? node.toJson().booleanValue() : otherwise;
    }

    /** A constant by its name in lower case with hyphens. */
    static <E extends Enum<E>> E choice(SourceNode node, E otherwise) {
        return node.isPresent() ? constant(node, otherwise.getDeclaringClass()) : otherwise;
    }

    static <E extends Enum<E>> E constant(SourceNode node, Class<E> type) {
        return Enum.valueOf(type, node.text().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static String word(SourceNode node) {
        return node.text().toLowerCase(Locale.ROOT);
    }

    static Set<String> words(SourceNode node) {
        return set(node, Values::word);
    }

    static Signal signal(SourceNode node) {
        return new Signal(node.at("kind").text(), node.at("asset").text());
    }

    /** Signals, or those of the list that is named; a list may name others among its signals. None when not there. */
    List<Signal> signals(SourceNode node) {
        return node.oneOrMore().stream()
                .flatMap(each -> each.text() == null
                        ? Stream.of(signal(each))
                        : signals.getOrDefault(each.text(), List.of()).stream())
                .distinct()
                .toList();
    }

    /** {@code any} with how often and within which window. */
    SignalCount signalCount(SourceNode node) {
        return new SignalCount(
                signals(node.at("any")),
                whole(node.at("atLeast"), 1),
                "days".equals(node.at("of").text()) ? SignalCount.Of.DAYS : SignalCount.Of.TIMES,
                Span.of(node.at("within")),
                flag(node.at("only"), false));
    }

    Condition condition(SourceNode node) {
        return new Condition(
                node.at("attribute").text(),
                node.at("from").number(),
                node.at("to").number(),
                wordsOrList(node.at("in")),
                whole(node.at("atLeast"), 1),
                wordsOrList(node.at("notIn")));
    }

    /** Words, or those of the list that is named; null when not there. */
    Set<String> wordsOrList(SourceNode node) {
        return switch (node.kind()) {
            case SCALAR -> lists.get(node.text());
            case LIST -> words(node);
            case ABSENT, MAP -> null;
        };
    }
}

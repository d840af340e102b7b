package io.revstream.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * What a scalar without quotes means, by the core schema of YAML 1.2. The rules of YAML 1.1, which most Java readers follow, would make
 * false of the country {@code NO} and 540 of {@code 09:00}.
 */
final class PlainScalar {

    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,40}");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(\\.[0-9]{1,40}|[0-9]{1,40}(\\.[0-9]{0,40})?)([eE][-+]?[0-9]{1,3})?");

    private PlainScalar() {}

    static JsonNode toJson(String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        switch (text) {
            case "", "~", "null", "Null", "NULL" -> {
                return json.nullNode();
            }
            case "true", "True", "TRUE" -> {
                return json.booleanNode(true);
            }
            case "false", "False", "FALSE" -> {
                return json.booleanNode(false);
            }
            default -> {
                if (INTEGER.matcher(text).matches()) {
                    BigInteger number = new BigInteger(text);
                    return number.bitLength() < Long.SIZE
                            ? json.numberNode(number.longValue())
                            : json.numberNode(number);
                }
                return DECIMAL.matcher(text).matches() ? json.numberNode(new BigDecimal(text)) : json.textNode(text);
            }
        }
    }
}

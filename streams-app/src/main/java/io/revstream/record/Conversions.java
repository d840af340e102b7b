package io.revstream.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revstream.document.DidYouMean;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The conversion for each Avro type that text can be turned into. */
public final class Conversions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Conversions() {}

    /** The conversion into a type that is not a union, or null when text cannot be turned into it. */
    public static Conversion into(Schema type, Formats formats) {
        LogicalType logical = type.getLogicalType();
        if (logical != null) {
            return intoLogical(logical, formats);
        }
        return switch (type.getType()) {
            case STRING -> Conversion.TEXT;
            case INT ->
                number(t ->
                        whole(t, formats, Integer.MIN_VALUE, Integer.MAX_VALUE).intValueExact());
            case LONG ->
                number(t -> whole(t, formats, Long.MIN_VALUE, Long.MAX_VALUE).longValueExact());
            case DOUBLE -> number(t -> formats.numbers().read(t, "a number").doubleValue());
            case FLOAT -> number(t -> formats.numbers().read(t, "a number").floatValue());
            case BOOLEAN -> new Conversion(Conversion.Kind.TRUTH, Conversions::truth);
            case ENUM -> new Conversion(Conversion.Kind.CHOICE, t -> symbol(t, type));
            case ARRAY -> list(into(type.getElementType(), formats), formats.split());
            case RECORD, MAP, UNION, FIXED, BYTES, NULL -> null;
        };
    }

    private static Conversion intoLogical(LogicalType logical, Formats formats) {
        if (logical instanceof LogicalTypes.Decimal decimal) {
            return number(t -> decimal(t, formats, decimal.getPrecision(), decimal.getScale()));
        }
        if (logical instanceof LogicalTypes.Date) {
            return new Conversion(Conversion.Kind.DATE, formats.times()::readDate);
        }
        return logical instanceof LogicalTypes.TimestampMillis
                ? new Conversion(Conversion.Kind.INSTANT, formats.times()::readInstant)
                : null;
    }

    private static Conversion number(Conversion.Reader reader) {
        return new Conversion(Conversion.Kind.NUMBER, reader);
    }

    private static BigDecimal whole(String text, Formats formats, long from, long to) throws Unfit {
        BigDecimal number = formats.numbers().read(text, "a whole number");
        if (number.stripTrailingZeros().scale() > 0) {
            throw Unfit.found("a whole number", text);
        }
        if (number.compareTo(BigDecimal.valueOf(from)) < 0 || number.compareTo(BigDecimal.valueOf(to)) > 0) {
            throw Unfit.found("a whole number from " + from + " to " + to, text);
        }
        return number;
    }

    private static BigDecimal decimal(String text, Formats formats, int precision, int scale) throws Unfit {
        BigDecimal number = formats.numbers().read(text, "a number");
        try {
            BigDecimal scaled = number.setScale(scale, RoundingMode.UNNECESSARY);
            if (scaled.precision() <= precision) {
                return scaled;
            }
        } catch (ArithmeticException e) {
            // More decimals than the field keeps: told below, and never rounded silently.
        }
        throw Unfit.found(
                "a number of at most %d digits before and %d after the decimal point"
                        .formatted(precision - scale, scale),
                text);
    }

    private static Object truth(String text) throws Unfit {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "1" -> true;
            case "false", "no", "n", "0" -> false;
            default -> throw Unfit.found("true or false (also yes, no, y, n, 1, 0)", text);
        };
    }

    private static Object symbol(String text, Schema type) throws Unfit {
        String symbol = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        if (!type.hasEnumSymbol(symbol)) {
            throw Unfit.because(
                    "one of " + String.join(", ", type.getEnumSymbols()),
                    "found " + Unfit.quoted(text) + DidYouMean.question(symbol, type.getEnumSymbols()));
        }
        return SpecificData.get().createEnum(symbol, type);
    }

    private static Conversion list(Conversion items, String separator) {
        if (items == null || items.kind() == Conversion.Kind.LIST) {
            return null;
        }
        return new Conversion(Conversion.Kind.LIST, text -> {
            List<Object> list = new ArrayList<>();
            for (String part : separator == null ? jsonArray(text) : List.of(text.split(Pattern.quote(separator)))) {
                if (!part.isBlank()) {
                    list.add(items.read(part.strip()));
                }
            }
            return list;
        });
    }

    private static List<String> jsonArray(String text) throws Unfit {
        try {
            JsonNode array = JSON.readTree(text);
            if (array.isArray()) {
                List<String> parts = new ArrayList<>();
                array.forEach(
                        part -> parts.add(part.isNull() ? "" : part.isValueNode() ? part.asText() : part.toString()));
                return parts;
            }
        } catch (JsonProcessingException e) {
            // Told below.
        }
        throw Unfit.found("a JSON array (or a separator as `split` in the mapping)", text);
    }
}

package io.revstream.record;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * How numbers are written.
 *
 * @param decimal character before the fraction
 * @param grouping character between groups of digits; null for none
 * @param times factor that the number is multiplied by, such as 1000000 for a column in millions
 */
public record NumberFormat(char decimal, Character grouping, BigDecimal times) {

    public static final NumberFormat PLAIN = new NumberFormat('.', null, BigDecimal.ONE);

    // A short exponent: a long one would make a number of as many digits.
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,2})?");

    public BigDecimal read(String text, String expected) throws Unfit {
        String plain = text;
        if (grouping != null) {
            String mark = Pattern.quote(grouping.toString());
            if (plain.matches("[+-]?[0-9]{1,3}(" + mark + "[0-9]{2,3})+([^0-9].*)?")) {
                plain = plain.replace(grouping.toString(), "");
            }
        }
        if (decimal != '.') {
            plain = plain.indexOf('.') >= 0 ? "" : plain.replace(decimal, '.');
        }
        if (!NUMBER.matcher(plain).matches()) {
            throw Unfit.found(expected, text);
        }
        return new BigDecimal(plain).multiply(times);
    }
}

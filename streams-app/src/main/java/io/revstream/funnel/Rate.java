package io.revstream.funnel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** So many out of so many. */
public record Rate(int part, int of) {

    /** Per cent with one digit, rounded half up; null out of none. */
    public BigDecimal percent() {
        return of == 0 ? null : BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP);
    }
}

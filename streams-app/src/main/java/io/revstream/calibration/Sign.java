package io.revstream.calibration;

/**
 * A sign that a policy needs calibration (domain 17.4), as it was found.
 *
 * @param holds null when there is too little to tell
 * @param because the figures, in words
 */
public record Sign(Kind kind, Boolean holds, String because) {

    /** The four signs of 17.4, and the calibration itself being overdue (SCO-27). */
    public enum Kind {
        LOW_ACCEPTANCE("sales accepts too few MQLs"),
        NOT_READY("sales keeps rejecting MQLs as not ready"),
        NOT_RISING("high scores do not convert better than low ones"),
        MQLS_WITHOUT_WINS("MQLs grow and wins do not"),
        OVERDUE("the last calibration is older than the cadence");

        private final String means;

        Kind(String means) {
            this.means = means;
        }

        public String means() {
            return means;
        }
    }
}

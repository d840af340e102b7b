package io.revstream.calibration;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/** Closed leads by what the policy made of them and what became of them (CAL-05, domain 17.3). "High" is what the judge says it is. */
public record OutcomeMatrix(int highWon, int highLost, int lowWon, int lowLost) {

    /** What a cell of the matrix says, and asks for. */
    public enum Reading {
        HIGH_WON("correct", "keep"),
        HIGH_LOST("possible false positive", "tighten"),
        LOW_WON("possible false negative", "loosen"),
        LOW_LOST("correct", "keep");

        private final String means;
        private final String action;

        Reading(String means, String action) {
            this.means = means;
            this.action = action;
        }

        public String means() {
            return means;
        }

        public String action() {
            return action;
        }
    }

    /** Open leads are left out. */
    public static OutcomeMatrix of(Collection<LeadCase> cases, Predicate<LeadCase> high) {
        Map<Reading, Integer> cells = new EnumMap<>(Reading.class);
        for (LeadCase lead : cases) {
            if (lead.isClosed()) {
                cells.merge(reading(lead, high.test(lead)), 1, Integer::sum);
            }
        }
        return new OutcomeMatrix(
                cells.getOrDefault(Reading.HIGH_WON, 0),
                cells.getOrDefault(Reading.HIGH_LOST, 0),
                cells.getOrDefault(Reading.LOW_WON, 0),
                cells.getOrDefault(Reading.LOW_LOST, 0));
    }

    /** The cell of a closed lead. */
    public static Reading reading(LeadCase lead, boolean high) {
        if (high) {
            return lead.isWon() ? Reading.HIGH_WON : Reading.HIGH_LOST;
        }
        return lead.isWon() ? Reading.LOW_WON : Reading.LOW_LOST;
    }

    public int cell(Reading reading) {
        return switch (reading) {
            case HIGH_WON -> highWon;
            case HIGH_LOST -> highLost;
            case LOW_WON -> lowWon;
            case LOW_LOST -> lowLost;
        };
    }

    public int closed() {
        return highWon + highLost + lowWon + lowLost;
    }

    /** How many of the high ones were won. */
    public Share precision() {
        return new Share(highWon, highWon + highLost);
    }

    /** How many of the won ones were high. */
    public Share recall() {
        return new Share(highWon, highWon + lowWon);
    }

    /** How many of the lost ones were high (CAL-03). */
    public Share falsePositives() {
        return new Share(highLost, highLost + lowLost);
    }

    /** How many were won at all. */
    public Share winRate() {
        return new Share(highWon + lowWon, closed());
    }
}

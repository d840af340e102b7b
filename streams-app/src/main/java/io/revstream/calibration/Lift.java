package io.revstream.calibration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Whether leads with something are won more often than leads without it (CAL-10).
 *
 * @param name a scoring rule, or an attribute
 * @param value the attribute's word; null for a rule
 * @param with how many of the closed leads with it were won
 * @param without how many of the others
 * @param difference of the two rates, as surely as asked
 */
public record Lift(String name, String value, Share with, Share without, Interval difference) {

    /** What the difference tells. */
    public enum Verdict {
        /** Leads with it are won more often. */
        MORE,
        /** Leads with it are won less often. */
        LESS,
        /** Too few cases, or too small a difference, to tell. */
        UNCLEAR
    }

    /** Those that separate first, the widest apart before the others. */
    private static final Comparator<Lift> ORDER = Comparator.comparing((Lift lift) -> lift.verdict() == Verdict.UNCLEAR)
            .thenComparing(lift -> -Math.abs(lift.with.rate() - lift.without.rate()))
            .thenComparing(Lift::name)
            .thenComparing(lift -> lift.value == null ? "" : lift.value);

    public Verdict verdict() {
        if (difference.holds(0)) {
            return Verdict.UNCLEAR;
        }
        return difference.from() > 0 ? Verdict.MORE : Verdict.LESS;
    }

    /** How many times as often leads with it are won as leads without. */
    public double factor() {
        return with.rate() / without.rate();
    }

    /** Of all scoring rules that paid for some closed leads and not for others. */
    public static List<Lift> ofRules(Collection<LeadCase> cases, Confidence confidence) {
        SortedSet<String> rules = new TreeSet<>();
        cases.stream().filter(LeadCase::isClosed).forEach(lead -> rules.addAll(lead.paid()));
        List<Lift> lifts = new ArrayList<>();
        rules.forEach(rule ->
                add(lifts, of(rule, null, cases, lead -> lead.paid().contains(rule), confidence)));
        return lifts.stream().sorted(ORDER).toList();
    }

    /**
     * Of all words of attributes that some closed leads have and others do not. Attributes of which most leads have a word of their own,
     * such as names and addresses, are left out: they tell leads apart, not kinds of leads.
     */
    public static List<Lift> ofAttributes(Collection<LeadCase> cases, Confidence confidence) {
        SortedMap<String, SortedMap<String, int[]>> words = new TreeMap<>();
        SortedMap<String, int[]> known = new TreeMap<>();
        int won = 0;
        int closed = 0;
        for (LeadCase lead : cases) {
            if (lead.isClosed()) {
                won += lead.isWon() ? 1 : 0;
                closed++;
                lead.attributes().forEach((attribute, values) -> {
                    known.computeIfAbsent(attribute, a -> new int[1])[0]++;
                    values.forEach(value -> count(words.computeIfAbsent(attribute, a -> new TreeMap<>()), value, lead));
                });
            }
        }
        List<Lift> lifts = new ArrayList<>();
        for (Map.Entry<String, SortedMap<String, int[]>> attribute : words.entrySet()) {
            if (2 * attribute.getValue().size() <= known.get(attribute.getKey())[0]) {
                for (Map.Entry<String, int[]> word : attribute.getValue().entrySet()) {
                    Share with = new Share(word.getValue()[0], word.getValue()[1]);
                    Share without = new Share(won - with.hits(), closed - with.of());
                    add(lifts, of(attribute.getKey(), word.getKey(), with, without, confidence));
                }
            }
        }
        return lifts.stream().sorted(ORDER).toList();
    }

    private static void count(SortedMap<String, int[]> words, String value, LeadCase lead) {
        int[] counts = words.computeIfAbsent(value, v -> new int[2]);
        counts[0] += lead.isWon() ? 1 : 0;
        counts[1]++;
    }

    private static Lift of(
            String name, String value, Collection<LeadCase> cases, Predicate<LeadCase> has, Confidence confidence) {
        int[] with = new int[2];
        int[] without = new int[2];
        for (LeadCase lead : cases) {
            if (lead.isClosed()) {
                int[] counts = has.test(lead) ? with : without;
                counts[0] += lead.isWon() ? 1 : 0;
                counts[1]++;
            }
        }
        return of(name, value, new Share(with[0], with[1]), new Share(without[0], without[1]), confidence);
    }

    private static Lift of(String name, String value, Share with, Share without, Confidence confidence) {
        return new Lift(name, value, with, without, with.minus(without, confidence));
    }

    private static void add(List<Lift> lifts, Lift lift) {
        if (lift.with.isKnown() && lift.without.isKnown()) {
            lifts.add(lift);
        }
    }
}

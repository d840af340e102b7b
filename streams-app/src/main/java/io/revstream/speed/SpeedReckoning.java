package io.revstream.speed;

import io.revstream.funnel.Rate;
import io.revstream.policy.SpeedRules;
import io.revstream.policy.SpeedRules.Band;
import io.revstream.speed.SpeedFigures.BandFigures;
import io.revstream.speed.SpeedFigures.Group;
import io.revstream.speed.SpeedFigures.RepFigures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Makes figures of responses. Times are of contacts, shares are of what is settled: a lead contacted late in a later week than it was due
 * counts its time there and its verdict here.
 *
 * @param zones time zone of a team by its id, which may be null
 * @param stages stages behind the promotion, first to last; conversions are counted for each
 * @param reached the stages that a lead reached in the pass of a response
 */
public record SpeedReckoning(
        SpeedRules rules,
        Function<String, ZoneId> zones,
        List<String> stages,
        Function<Response, Set<String>> reached) {

    private static final Comparator<RepFigures> FASTEST = Comparator.comparing(
                    (RepFigures rep) -> fastness(rep.figures()), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(rep -> -share(rep.figures().within()))
            .thenComparing(RepFigures::repId);

    /** Where conversions are not known. */
    public static SpeedReckoning withoutConversions(SpeedRules rules, ZoneId zone) {
        return new SpeedReckoning(rules, team -> zone, List.of(), response -> Set.of());
    }

    /** Of all that happened. */
    public SpeedFigures of(List<Response> responses) {
        return of(responses, at -> true, at -> true);
    }

    /** Of one week, each team's in its own zone. */
    public SpeedFigures of(List<Response> responses, Week week) {
        return of(
                responses,
                response -> week.holds(response.contactedAt(), zones.apply(response.teamId())),
                response -> week.holds(response.judgedAt(), zones.apply(response.teamId())));
    }

    /**
     * Of some.
     *
     * @param contact whether the time of a response that was a contact counts
     * @param verdict whether the verdict on a response that was settled counts
     */
    public SpeedFigures of(List<Response> responses, Predicate<Response> contact, Predicate<Response> verdict) {
        List<Response> contacts =
                responses.stream().filter(Response::isContacted).filter(contact).toList();
        List<Response> settled =
                responses.stream().filter(Response::isJudged).filter(verdict).toList();
        List<Response> leads = Response.byLead(contacts);
        List<Response> verdicts = Response.byLead(settled);
        return new SpeedFigures(
                group(leads, verdicts, Response::waited), bands(leads), hours(verdicts), reps(contacts, settled));
    }

    private static Group group(List<Response> contacts, List<Response> settled, Function<Response, Duration> time) {
        int within = (int) settled.stream().filter(Response::isWithin).count();
        int missed = (int) settled.stream().filter(one -> !one.isContacted()).count();
        return new Group(
                Times.of(
                        contacts.stream().map(one -> time.apply(one).toMillis()).toList()),
                Times.of(contacts.stream().map(Response::workingMillis).toList()),
                Times.of(contacts.stream().map(Response::systemMillis).toList()),
                new Rate(within, settled.size()),
                settled.size() - within - missed,
                missed);
    }

    private List<BandFigures> bands(List<Response> leads) {
        List<BandFigures> figures = new ArrayList<>();
        List<SortedMap<String, Rate>> conversions = new ArrayList<>();
        for (Band band : rules.bands()) {
            conversions.add(conversions(inBand(leads, band)));
        }
        BigDecimal baseline = null;
        for (int i = 0; i < rules.bands().size(); i++) {
            baseline = rules.bands().get(i).isBaseline() ? qualified(conversions.get(i)) : baseline;
        }
        BigDecimal before = null;
        for (int i = 0; i < rules.bands().size(); i++) {
            Band band = rules.bands().get(i);
            BigDecimal own = qualified(conversions.get(i));
            figures.add(new BandFigures(
                    band,
                    new Rate(inBand(leads, band).size(), leads.size()),
                    conversions.get(i),
                    ratio(own, baseline),
                    ratio(before, own)));
            before = own;
        }
        return List.copyOf(figures);
    }

    private List<Response> inBand(List<Response> leads, Band band) {
        return leads.stream()
                .filter(one -> rules.band(one.waited()).equals(band))
                .toList();
    }

    private SortedMap<String, Rate> conversions(List<Response> leads) {
        SortedMap<String, Rate> rates = new TreeMap<>(Comparator.comparingInt(stages::indexOf));
        for (int i = 0; i < stages.size(); i++) {
            List<String> thatOrLater = stages.subList(i, stages.size());
            int converted = (int) leads.stream()
                    .filter(one -> reached.apply(one).stream().anyMatch(thatOrLater::contains))
                    .count();
            rates.put(stages.get(i), new Rate(converted, leads.size()));
        }
        return rates;
    }

    /** The conversion that bands state; null when it is not known, or there is no lead. */
    private BigDecimal qualified(SortedMap<String, Rate> rates) {
        if (stages.isEmpty()) {
            return null;
        }
        String stage = rules.qualified() == null ? stages.get(0) : rules.qualified();
        return stages.contains(stage) ? rates.get(stage).percent() : null;
    }

    /** With one digit; null where one of the two is not known, or there is nothing to compare with. */
    private static BigDecimal ratio(BigDecimal one, BigDecimal other) {
        return one == null || other == null || other.signum() == 0
                ? null
                : one.divide(other, MathContext.DECIMAL64).setScale(1, RoundingMode.HALF_UP);
    }

    private SortedMap<Integer, Rate> hours(List<Response> verdicts) {
        SortedMap<Integer, Rate> hours = new TreeMap<>();
        for (Response one : verdicts) {
            Instant began = one.waitsSince();
            int hour = began.atZone(zones.apply(one.teamId())).getHour();
            hours.merge(hour, new Rate(one.isContacted() ? 1 : 0, 1), SpeedReckoning::sum);
        }
        return hours;
    }

    private static Rate sum(Rate one, Rate other) {
        return new Rate(one.part() + other.part(), one.of() + other.of());
    }

    private static List<RepFigures> reps(List<Response> contacts, List<Response> settled) {
        Map<String, List<Response>> ofRep = byRep(contacts);
        Map<String, List<Response>> judged = byRep(settled);
        TreeSet<String> names = new TreeSet<>(ofRep.keySet());
        names.addAll(judged.keySet());
        List<RepFigures> figures = names.stream()
                .map(rep -> {
                    List<Response> own = ofRep.getOrDefault(rep, List.of());
                    List<Response> verdicts = judged.getOrDefault(rep, List.of());
                    Response any = own.isEmpty() ? verdicts.get(0) : own.get(0);
                    return new RepFigures(rep, any.teamId(), null, group(own, verdicts, Response::taken));
                })
                .sorted(FASTEST)
                .toList();
        List<RepFigures> ranked = new ArrayList<>();
        for (RepFigures rep : figures) {
            Integer rank = rep.figures().waited().count() == 0 ? null : Integer.valueOf(ranked.size() + 1);
            ranked.add(new RepFigures(rep.repId(), rep.teamId(), rank, rep.figures()));
        }
        return List.copyOf(ranked);
    }

    private static Map<String, List<Response>> byRep(List<Response> responses) {
        Map<String, List<Response>> reps = new TreeMap<>();
        responses.stream()
                .filter(one -> one.repId() != null)
                .forEach(one -> reps.computeIfAbsent(one.repId(), none -> new ArrayList<>())
                        .add(one));
        return reps;
    }

    /** What reps are ranked by: the middle of the working time that they answer for, so that a night between is nobody's fault. */
    private static Duration fastness(Group figures) {
        return figures.working().median() == null
                ? figures.waited().median()
                : figures.working().median();
    }

    private static double share(Rate rate) {
        return rate.of() == 0 ? 0 : (double) rate.part() / rate.of();
    }
}

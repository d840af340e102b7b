package io.revstream.standalone.demo;

import io.revstream.stream.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The company that sells: its reps, when they are away, and the accounts that it knows. */
final class Company {

    private static final int ACCOUNTS = 60;
    private static final Duration AWAY = Duration.ofDays(14);

    /** The teams are those of the mid-market policy. */
    private static final List<Rep> REPS = List.of(
            Rep.of("Maria Lopez", "west", "America/Los_Angeles", 88),
            Rep.of("Kenji Sato", "west", "America/Los_Angeles", 75),
            Rep.of("Dana Reed", "west", "America/Denver", 52),
            Rep.of("Tom Becker", "central", "America/Chicago", 82),
            Rep.of("Aisha Grant", "central", "America/Chicago", 70),
            Rep.of("Sofia Rossi", "east", "America/New_York", 90),
            Rep.of("Liam Walsh", "east", "America/New_York", 78),
            Rep.of("Priya Nair", "east", "America/New_York", 48),
            Rep.of("Emma Clarke", "international", "Europe/London", 85),
            Rep.of("Jonas Weber", "international", "Europe/Berlin", 70),
            Rep.of("Noah Kim", "inside-sales", "America/New_York", 80),
            Rep.of("Olivia Brooks", "inside-sales", "America/Chicago", 60));

    private final Seating seating;
    private final List<Account> accounts;

    /** The company under the mid-market policy. */
    Company(long seed) {
        this(seed, REPS.stream().map(Rep::team).toList());
    }

    /** @param teams ids of the policy's teams */
    Company(long seed, Collection<String> teams) {
        seating = new Seating(REPS, teams);
        List<Account> known = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            known.add(account(i, new Chance(seed, "account-" + i)));
        }
        accounts = List.copyOf(known);
    }

    List<Account> accounts() {
        return accounts;
    }

    static Rep rep(String id) {
        return REPS.stream()
                .filter(rep -> rep.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Expected a rep of the demo's company, but found " + id));
    }

    static List<ZoneId> zones() {
        return REPS.stream().map(Rep::zone).distinct().toList();
    }

    /** What the CRM tells of the company when the demo begins. */
    List<Happening> records(Instant at) {
        List<Happening> records = new ArrayList<>();
        for (Rep rep : seating.all()) {
            records.add(new Happening(at, Catalogue.REPS, rep.team(), CrmEvents.joined(rep, at)));
        }
        for (Account account : accounts) {
            records.add(new Happening(at, Catalogue.ACCOUNTS, account.id(), CrmEvents.known(account, at)));
        }
        records.addAll(absences(at));
        return records;
    }

    /** One is on holiday, one falls ill for some hours, and one does not go after all. */
    private List<Happening> absences(Instant at) {
        Rep onHoliday = rep("kenji-sato");
        Rep ill = rep("tom-becker");
        Rep staying = rep("emma-clarke");
        Instant from = at.minus(Duration.ofDays(3));
        Instant fallsIll = at.plus(Duration.ofHours(5));
        Instant soon = at.plus(Duration.ofHours(2));
        return Stream.of(
                        absence(at, onHoliday, "holiday", from, from.plus(AWAY), false),
                        absence(at, staying, "holiday", soon, soon.plus(AWAY), false),
                        absence(at.plus(Duration.ofHours(1)), staying, "holiday", soon, soon.plus(AWAY), true),
                        absence(fallsIll, ill, "sick", fallsIll, fallsIll.plus(Duration.ofHours(20)), false))
                .flatMap(List::stream)
                .toList();
    }

    /** Each of his teams is told. */
    private List<Happening> absence(
            Instant at, Rep rep, String reason, Instant from, Instant until, boolean withdrawn) {
        return seating.of(rep).stream()
                .map(seat -> new Happening(
                        at, Catalogue.REPS, seat.team(), CrmEvents.absence(seat, reason, from, until, withdrawn, at)))
                .toList();
    }

    private Account account(int number, Chance chance) {
        String stem = Words.STEMS.get(number % Words.STEMS.size());
        // Three companies share each stem; their trades differ.
        Words.Trade trade = Words.TRADES.get((number + number / Words.STEMS.size() * 4) % Words.TRADES.size());
        String name = stem + " " + trade.name();
        String place = chance.oneOf(Words.REGIONS);
        boolean american = place.startsWith("US-");
        boolean named = chance.percent(30);
        return new Account(
                "acc-" + Words.slug(name),
                name,
                Words.slug(name) + ".example",
                trade.industry(),
                chance.oneOf(List.of(18, 40, 75, 120, 240, 400, 650, 900, 2400)),
                american ? "US" : place,
                american ? place : null,
                named ? seating.first(chance.oneOf(REPS)) : null,
                named ? chance.between(1, 3) : 0,
                !named && chance.percent(6));
    }
}

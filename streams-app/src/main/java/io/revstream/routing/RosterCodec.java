package io.revstream.routing;

import io.revstream.state.Occurrence;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The stored form of a {@link Roster}. */
final class RosterCodec {

    private static final int VERSION = 1;

    private RosterCodec() {}

    static void write(StateWriter out, Roster roster) {
        out.version(VERSION);
        out.list(roster.reps().values(), RosterCodec::writeRep);
        out.optionalInstant(roster.countedSince());
        out.unsigned(roster.turns());
        out.unsigned(roster.counter());
    }

    static Roster read(StateReader in) {
        in.version("roster", VERSION);
        SortedMap<String, Rep> reps = new TreeMap<>();
        in.list(RosterCodec::readRep).forEach(rep -> reps.put(rep.id(), rep));
        return new Roster(Collections.unmodifiableSortedMap(reps), in.optionalInstant(), in.unsigned(), (int) in.unsigned());
    }

    private static void writeRep(StateWriter out, Rep rep) {
        out.text(rep.id());
        writeProfile(out, rep.profile());
        out.map(rep.absences(), (to, stated) -> writeStated(to, stated, RosterCodec::writeAbsence));
        out.map(rep.open(), (to, pass) -> to.unsigned(pass));
        rep.ledger().write(out);
        rep.load().write(out);
    }

    private static Rep readRep(StateReader in) {
        return new Rep(
                in.text(),
                readProfile(in),
                in.map(from -> readStated(from, RosterCodec::readAbsence)),
                in.map(from -> (int) from.unsigned()),
                Ledger.read(in),
                Load.read(in));
    }

    private static void writeAbsence(StateWriter out, Absence absence) {
        out.instant(absence.from());
        out.instant(absence.until());
        out.optionalText(absence.reason());
        out.flag(absence.withdrawn());
    }

    private static Absence readAbsence(StateReader in) {
        return new Absence(in.instant(), in.instant(), in.optionalText(), in.flag());
    }

    private static void writeProfile(StateWriter out, RepProfile profile) {
        writeStated(out, profile.name(), StateWriter::text);
        writeStated(out, profile.email(), StateWriter::text);
        writeStated(out, profile.managerId(), StateWriter::text);
        writeStated(out, profile.zone(), (to, zone) -> to.text(zone.getId()));
        writeStated(out, profile.capacity(), (to, capacity) -> to.unsigned(capacity));
        writeStated(out, profile.active(), StateWriter::flag);
        writeStated(out, profile.weight(), (to, weight) -> to.fixed(Double.doubleToLongBits(weight)));
        writeStated(out, profile.skills(), StateWriter::words);
        writeStated(out, profile.territories(), StateWriter::words);
        writeStated(out, profile.attainment(), (to, weight) -> to.fixed(Double.doubleToLongBits(weight)));
        writeStated(out, profile.openDeals(), (to, capacity) -> to.unsigned(capacity));
        writeStated(out, profile.startedOn(), (to, d) -> to.signed(d.toEpochDay()));
    }

    private static RepProfile readProfile(StateReader in) {
        return new RepProfile(
                readStated(in, StateReader::text),
                readStated(in, StateReader::text),
                readStated(in, StateReader::text),
                readStated(in, from -> ZoneId.of(from.text())),
                readStated(in, from -> (int) from.unsigned()),
                readStated(in, StateReader::flag),
                readStated(in, from -> Double.longBitsToDouble(from.fixed())),
                RosterCodec.<Set<String>>readStated(in, StateReader::words),
                RosterCodec.<Set<String>>readStated(in, StateReader::words),
                readStated(in, from -> Double.longBitsToDouble(from.fixed())),
                readStated(in, from -> (int) from.unsigned()),
                readStated(in, from -> java.time.LocalDate.ofEpochDay(from.signed())));
    }

    private static <T> void writeStated(StateWriter out, Stated<T> stated, BiConsumer<StateWriter, T> write) {
        out.flag(stated.by() != null);
        if (stated.by() != null) {
            write.accept(out, stated.value());
            stated.by().write(out);
        }
    }

    private static <T> Stated<T> readStated(StateReader in, Function<StateReader, T> read) {
        return in.flag() ? new Stated<>(read.apply(in), Occurrence.read(in)) : Stated.nothing();
    }
}

package io.revstream.routing;

import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

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
        return new Roster(
                Collections.unmodifiableSortedMap(reps), in.optionalInstant(), in.unsigned(), (int) in.unsigned());
    }

    private static void writeRep(StateWriter out, Rep rep) {
        out.text(rep.id());
        rep.profile().write(out);
        out.list(rep.planned(), RosterCodec::writePlanned);
        out.map(rep.absences(), RosterCodec::writeAbsence);
        out.optionalText(rep.heldBy());
        out.optionalText(rep.kept());
        out.map(rep.open(), (to, pass) -> to.unsigned(pass));
        rep.ledger().write(out);
        rep.load().write(out);
    }

    private static Rep readRep(StateReader in) {
        return new Rep(
                in.text(),
                RepProfile.read(in),
                in.list(RosterCodec::readPlanned),
                in.map(RosterCodec::readAbsence),
                in.optionalText(),
                in.optionalText(),
                in.map(from -> (int) from.unsigned()),
                Ledger.read(in),
                Load.read(in));
    }

    private static void writePlanned(StateWriter out, Planned planned) {
        planned.statement().write(out);
        planned.profile().write(out);
    }

    private static Planned readPlanned(StateReader in) {
        return new Planned(Statement.read(in), RepProfile.read(in));
    }

    private static void writeAbsence(StateWriter out, Stated<Absence> stated) {
        Absence absence = stated.value();
        out.instant(absence.from());
        out.instant(absence.until());
        out.optionalText(absence.reason());
        out.flag(absence.withdrawn());
        stated.by().write(out);
    }

    private static Stated<Absence> readAbsence(StateReader in) {
        Absence absence = new Absence(in.instant(), in.instant(), in.optionalText(), in.flag());
        return new Stated<>(absence, Statement.read(in));
    }
}

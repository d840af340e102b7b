package io.revstream.routing;

import io.revstream.events.RepDetails;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One of the details that may be stated of a rep: where it stands in the event, and how it is stored. Texts are kept as they were stated, also
 * when they make no sense, so that they can be complained of until they are mended.
 *
 * @param <T> type of its value
 */
final class Detail<T> {

    private static final List<Detail<?>> DETAILS = new ArrayList<>();

    static final Detail<String> NAME = text("name", RepDetails::getName);
    static final Detail<String> EMAIL = text("email", RepDetails::getEmail);
    static final Detail<String> MANAGER = text("managerId", RepDetails::getManagerId);
    static final Detail<String> ZONE = text("zone", RepDetails::getZone);
    static final Detail<Integer> CAPACITY = count("capacity", RepDetails::getCapacity);
    static final Detail<Boolean> ACTIVE =
            new Detail<>("active", RepDetails::getActive, StateWriter::flag, StateReader::flag);
    static final Detail<Double> WEIGHT = ratio("weight", RepDetails::getWeight);
    static final Detail<Set<String>> SKILLS = words("skills", RepDetails::getSkills);
    static final Detail<Set<String>> TERRITORIES = words("territories", RepDetails::getTerritories);
    static final Detail<Set<String>> DAYS = words("days", RepDetails::getDays);
    static final Detail<String> HOURS = text("hours", RepDetails::getHours);
    static final Detail<String> HOLIDAYS = text("holidays", RepDetails::getHolidays);
    static final Detail<Double> ATTAINMENT = ratio("attainment", RepDetails::getAttainment);
    static final Detail<Integer> OPEN_DEALS = count("openDeals", RepDetails::getOpenDeals);
    static final Detail<LocalDate> STARTED_ON = new Detail<>(
            "startedOn",
            RepDetails::getStartedOn,
            (out, day) -> out.signed(day.toEpochDay()),
            in -> LocalDate.ofEpochDay(in.signed()));
    static final Detail<String> BACKUP = text("backupId", RepDetails::getBackupId);

    /** All of them, each at its {@link #place()}. */
    static final List<Detail<?>> ALL = Collections.unmodifiableList(DETAILS);

    private static final Map<String, Detail<?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Detail::name, detail -> detail));

    private final String name;
    private final int place;
    private final Function<RepDetails, T> stated;
    private final BiConsumer<StateWriter, T> write;
    private final Function<StateReader, T> read;

    private Detail(
            String name,
            Function<RepDetails, T> stated,
            BiConsumer<StateWriter, T> write,
            Function<StateReader, T> read) {
        this.name = name;
        this.place = DETAILS.size();
        this.stated = stated;
        this.write = write;
        this.read = read;
        DETAILS.add(this);
    }

    private static Detail<String> text(String name, Function<RepDetails, String> stated) {
        return new Detail<>(name, stated, StateWriter::text, StateReader::text);
    }

    private static Detail<Integer> count(String name, Function<RepDetails, Integer> stated) {
        return new Detail<>(name, stated, (out, count) -> out.unsigned(count), in -> (int) in.unsigned());
    }

    private static Detail<Double> ratio(String name, Function<RepDetails, Double> stated) {
        return new Detail<>(
                name,
                stated,
                (out, ratio) -> out.fixed(Double.doubleToLongBits(ratio)),
                in -> Double.longBitsToDouble(in.fixed()));
    }

    private static Detail<Set<String>> words(String name, Function<RepDetails, List<String>> stated) {
        return new Detail<>(name, details -> lowerCase(stated.apply(details)), StateWriter::words, StateReader::words);
    }

    static Detail<?> named(String name) {
        Detail<?> detail = BY_NAME.get(name);
        if (detail == null) {
            throw new IllegalStateException("Expected the name of a detail of a rep, but read " + name);
        }
        return detail;
    }

    /** Its name in the event. */
    String name() {
        return name;
    }

    int place() {
        return place;
    }

    /** What an event states of it; null when nothing. */
    T stated(RepDetails details) {
        return stated.apply(details);
    }

    void write(StateWriter out, Stated<T> what) {
        write.accept(out, what.value());
        what.by().write(out);
    }

    Stated<T> read(StateReader in) {
        return new Stated<>(read.apply(in), Statement.read(in));
    }

    private static Set<String> lowerCase(Collection<String> words) {
        if (words == null) {
            return null;
        }
        Set<String> sorted = new TreeSet<>();
        words.forEach(word -> sorted.add(word.strip().toLowerCase(Locale.ROOT)));
        return Collections.unmodifiableSet(sorted);
    }
}

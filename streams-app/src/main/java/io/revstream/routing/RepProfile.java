package io.revstream.routing;

import io.revstream.events.RepDetails;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What was stated of a rep, each detail on its own: two events that cross on their way leave the same profile in either order.
 *
 * @param details what was stated of each detail, in the order of {@link Detail#ALL}
 */
record RepProfile(List<Stated<?>> details) {

    static final RepProfile EMPTY = new RepProfile(Collections.nCopies(Detail.ALL.size(), Stated.nothing()));

    static RepProfile of(RepDetails details, Statement by) {
        List<Stated<?>> stated = new ArrayList<>();
        Detail.ALL.forEach(detail -> stated.add(one(detail, details, by)));
        return new RepProfile(List.copyOf(stated));
    }

    private static <T> Stated<T> one(Detail<T> detail, RepDetails details, Statement by) {
        return Stated.<T>nothing().or(detail.stated(details), by);
    }

    /** What was stated last; null when nothing was. */
    <T> T get(Detail<T> detail) {
        return stated(detail).value();
    }

    <T> T get(Detail<T> detail, T otherwise) {
        T value = get(detail);
        return value == null ? otherwise : value;
    }

    boolean isEmpty() {
        return equals(EMPTY);
    }

    /** With what was stated elsewhere: of each detail the later statement. */
    RepProfile with(RepProfile other) {
        List<Stated<?>> later = new ArrayList<>();
        Detail.ALL.forEach(detail -> later.add(later(detail, other)));
        return new RepProfile(List.copyOf(later));
    }

    private <T> Stated<T> later(Detail<T> detail, RepProfile other) {
        return stated(detail).or(other.stated(detail));
    }

    void write(StateWriter out) {
        List<Detail<?>> known = Detail.ALL.stream()
                .filter(detail -> stated(detail).by() != null)
                .toList();
        out.list(known, (to, detail) -> {
            to.text(detail.name());
            write(to, detail);
        });
    }

    private <T> void write(StateWriter out, Detail<T> detail) {
        detail.write(out, stated(detail));
    }

    static RepProfile read(StateReader in) {
        List<Stated<?>> details = new ArrayList<>(EMPTY.details());
        in.list(from -> {
            Detail<?> detail = Detail.named(from.text());
            return details.set(detail.place(), detail.read(from));
        });
        return new RepProfile(List.copyOf(details));
    }

    @SuppressWarnings("unchecked")
    private <T> Stated<T> stated(Detail<T> detail) {
        return (Stated<T>) details.get(detail.place());
    }
}

package io.revstream.lead;

import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Handoffs of a lead that wait for the receiver, in the order in which they were opened. */
record OpenHandoffs(List<Open> open) {

    static final OpenHandoffs NONE = new OpenHandoffs(List.of());

    private static final int VERSION = 1;

    /**
     * A handoff as it was opened: a change of policy does not change it.
     *
     * @param stage the stage whose entry opened it
     * @param from who hands over; empty where nobody is named
     * @param pass the pass in which it was opened
     */
    record Open(String handoff, String stage, String from, String to, String clock, int pass) {}

    OpenHandoffs {
        open = List.copyOf(open);
    }

    OpenHandoffs with(Open opened) {
        List<Open> after = new ArrayList<>(open);
        after.add(opened);
        return new OpenHandoffs(after);
    }

    OpenHandoffs without(Open closed) {
        return new OpenHandoffs(having(one -> !one.equals(closed)));
    }

    List<Open> having(Predicate<Open> test) {
        return open.stream().filter(test).toList();
    }

    void write(StateWriter out) {
        out.version(VERSION);
        out.list(open, (to, one) -> {
            to.text(one.handoff());
            to.text(one.stage());
            to.text(one.from());
            to.text(one.to());
            to.text(one.clock());
            to.unsigned(one.pass());
        });
    }

    static OpenHandoffs read(StateReader in) {
        in.version("open handoffs", VERSION);
        return new OpenHandoffs(in.list(from -> new Open(
                from.text(), from.text(), from.text(), from.text(), from.text(), Math.toIntExact(from.unsigned()))));
    }
}

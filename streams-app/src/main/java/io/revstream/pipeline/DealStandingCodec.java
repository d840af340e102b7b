package io.revstream.pipeline;

import io.revstream.state.Occurrence;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.util.Collections;
import java.util.TreeMap;

/** The stored form of a {@link DealStanding}. */
final class DealStandingCodec {

    private static final int VERSION = 1;

    private DealStandingCodec() {}

    static void write(StateWriter out, DealStanding deal) {
        out.version(VERSION);
        out.map(deal.fields(), StateWriter::text);
        out.list(deal.stages(), (to, entered) -> {
            to.text(entered.stage());
            entered.by().write(to);
        });
        out.optional(deal.closeDateBy(), (to, by) -> by.write(to));
        out.unsigned(deal.pushes());
    }

    static DealStanding read(StateReader in) {
        in.version("deal standing", VERSION);
        return new DealStanding(
                Collections.unmodifiableSortedMap(new TreeMap<>(in.map(StateReader::text))),
                in.list(from -> new Entered(from.text(), Occurrence.read(from))),
                in.optional(Occurrence::read),
                (int) in.unsigned());
    }
}

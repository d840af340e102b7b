package io.revstream.pipeline;

import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.util.Collections;
import java.util.TreeMap;

/** The stored form of a {@link DealStanding}. */
public final class DealStandingCodec {

    private static final int VERSION = 1;

    private DealStandingCodec() {}

    public static void write(StateWriter out, DealStanding deal) {
        out.version(VERSION);
        out.map(deal.fields(), StateWriter::text);
        out.list(deal.stages(), (to, entered) -> {
            to.text(entered.stage());
            to.instant(entered.at());
            to.text(entered.eventId());
        });
        out.optionalInstant(deal.closeDateStatedAt());
        out.unsigned(deal.pushes());
    }

    public static DealStanding read(StateReader in) {
        in.version("deal standing", VERSION);
        return new DealStanding(
                Collections.unmodifiableSortedMap(new TreeMap<>(in.map(StateReader::text))),
                in.list(from -> new Entered(from.text(), from.instant(), from.text())),
                in.optionalInstant(),
                (int) in.unsigned());
    }
}

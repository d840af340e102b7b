package io.revstream.routing;

import io.revstream.events.BranchTried;
import io.revstream.events.RoutingReason;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;

/** The stored form of a {@link Queue}. */
final class QueueCodec {

    private static final int VERSION = 1;

    private QueueCodec() {}

    static void write(StateWriter out, Queue queue) {
        out.version(VERSION);
        out.list(queue.waiting(), QueueCodec::writeWaiting);
    }

    static Queue read(StateReader in) {
        in.version("queue", VERSION);
        return new Queue(in.list(QueueCodec::readWaiting));
    }

    private static void writeWaiting(StateWriter out, Waiting waiting) {
        Ask ask = waiting.ask();
        out.text(ask.leadId());
        out.unsigned(ask.pass());
        out.optionalText(ask.preferredRepId());
        out.optionalText(ask.preferredBecause());
        out.words(ask.excluded());
        out.words(ask.skills());
        out.words(ask.prefers());
        out.text(waiting.accountId());
        out.unsigned(waiting.round());
        out.instant(waiting.since());
        out.constant(waiting.reason());
        out.optionalText(waiting.previousOwnerId());
        out.optional(waiting.tier(), (to, tier) -> to.unsigned(tier));
        out.list(waiting.branches(), (to, branch) -> {
            to.text(branch.getBranch());
            to.flag(branch.getTaken());
            to.text(branch.getBecause());
        });
    }

    private static Waiting readWaiting(StateReader in) {
        return new Waiting(
                new Ask(
                        in.text(),
                        (int) in.unsigned(),
                        in.optionalText(),
                        in.optionalText(),
                        in.words(),
                        in.words(),
                        in.words()),
                in.text(),
                (int) in.unsigned(),
                in.instant(),
                in.constant(RoutingReason.class),
                in.optionalText(),
                in.optional(from -> (int) from.unsigned()),
                in.list(from -> BranchTried.newBuilder()
                        .setBranch(from.text())
                        .setTaken(from.flag())
                        .setBecause(from.text())
                        .build()));
    }
}

package io.revstream.routing;

import io.revstream.events.BranchTried;
import io.revstream.events.RoutingReason;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stored form of a {@link Queue}. */
final class QueueCodec {

    private static final int VERSION = 1;

    private QueueCodec() {}

    /** Leads of one branch carry the same reasons: each is written once, and then by its place. */
    static void write(StateWriter out, Queue queue) {
        out.version(VERSION);
        Map<BranchTried, Integer> places = new LinkedHashMap<>();
        queue.waiting().forEach(lead -> lead.branches().forEach(branch -> places.putIfAbsent(branch, places.size())));
        out.list(places.keySet(), QueueCodec::writeBranch);
        out.list(queue.waiting(), (to, waiting) -> writeWaiting(to, waiting, places));
    }

    static Queue read(StateReader in) {
        in.version("queue", VERSION);
        List<BranchTried> branches = in.list(QueueCodec::readBranch);
        return new Queue(in.list(from -> readWaiting(from, branches)));
    }

    private static void writeBranch(StateWriter out, BranchTried branch) {
        out.text(branch.getBranch());
        out.flag(branch.getTaken());
        out.text(branch.getBecause());
    }

    private static BranchTried readBranch(StateReader in) {
        return BranchTried.newBuilder()
                .setBranch(in.text())
                .setTaken(in.flag())
                .setBecause(in.text())
                .build();
    }

    private static void writeWaiting(StateWriter out, Waiting waiting, Map<BranchTried, Integer> places) {
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
        out.list(waiting.branches(), (to, branch) -> to.unsigned(places.get(branch)));
        out.optionalInstant(waiting.askedAt());
        out.optionalText(waiting.behind());
    }

    private static Waiting readWaiting(StateReader in, List<BranchTried> branches) {
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
                in.list(from -> from.element(branches)),
                in.optionalInstant(),
                in.optionalText());
    }
}

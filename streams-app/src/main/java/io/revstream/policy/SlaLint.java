package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Checks SLA clocks. */
final class SlaLint {

    private static final String A_STAGE = "the name of a stage";
    private static final String A_DEAL_STAGE = "the name of a deal stage";
    private static final List<String> WAITS = List.of("kinds", "event", "stage", "known", "dealStage", "dealField");
    private static final Set<String> STARTS_OF_DEALS = Set.of("created", "won");

    private final SourceNode document;
    private final Problems problems;
    private final ConditionLint conditions;
    private final SignalLint signals;
    private final ActionLint actions;

    SlaLint(SourceNode document, Problems problems) {
        this.document = document;
        this.problems = problems;
        conditions = new ConditionLint(document, problems);
        signals = new SignalLint(document, problems);
        actions = new ActionLint(document, new GateLint(document, stages(), problems), problems);
    }

    void check() {
        SourceNode clocks = document.at("sla", "clocks");
        problems.unlessDistinct(clocks.each("clock"), "clock");
        clocks.items().forEach(this::clock);
        List<SourceNode> starts = clocks.each("starts");
        if (!starts.isEmpty() && starts.stream().noneMatch(SlaLint::isWithSales)) {
            problems.error(
                    clocks,
                    "Expected a clock that starts with the promotion or the assignment, but there is none: the handoff to sales has no deadline (SLA-37)");
        }
    }

    private static boolean isWithSales(SourceNode starts) {
        return starts.text() == null
                ? starts.at("with").isPresent()
                : !starts.text().equals("queued") && !STARTS_OF_DEALS.contains(starts.text());
    }

    private void clock(SourceNode clock) {
        SourceNode calendar = clock.at("calendar");
        Set<String> calendars = document.at("calendars").values().keySet();
        problems.unlessKnown(calendar, "the name of a calendar", calendars);
        clock.at("when").oneOrMore().forEach(conditions::check);
        subject(clock);
        starts(clock.at("starts"));
        stops(clock.at("stops"));
        acts(clock.at("engaged"));
        restarts(clock.at("restarts"));
        kinds(clock.at("pauses", "from"));
        kinds(clock.at("pauses", "until"));
        chains(clock, SlaSpans.in(document.at("calendars").at(String.valueOf(calendar.text()))));
        reassignments(clock);
    }

    private void chains(SourceNode clock, SlaSpans spans) {
        ChainLint chains = new ChainLint(spans, actions, problems);
        boolean queue = "queued".equals(clock.at("starts").text());
        SourceNode usual = clock.at("chain");
        chains.check(usual, Span.of(clock.at("target")), queue);
        problems.unlessDistinct(clock.at("variants").each("variant"), "variant");
        for (SourceNode variant : clock.at("variants").items()) {
            variant.at("when").oneOrMore().forEach(conditions::check);
            SourceNode own = variant.at("chain");
            chains.check(own.isPresent() ? own : usual, Span.of(variant.at("target")), queue);
        }
    }

    /** Leads and deals have events, stages and fields of their own. */
    private void subject(SourceNode clock) {
        boolean deal = "deal".equals(clock.at("of").text());
        String others = deal ? "a lead" : "a deal";
        SourceNode starts = clock.at("starts");
        SourceNode stops = clock.at("stops");
        List<SourceNode> strange = new ArrayList<>(Stream.of(
                        starts.at(deal ? "stage" : "dealStage"),
                        starts.at(deal ? "with" : "dealStage"),
                        stops.at(deal ? "event" : "dealField"),
                        stops.at(deal ? "stage" : "dealStage"),
                        stops.at(deal ? "known" : "dealField"))
                .filter(SourceNode::isPresent)
                .distinct()
                .toList());
        if (starts.text() != null && STARTS_OF_DEALS.contains(starts.text()) != deal) {
            strange.add(starts);
        }
        if (deal) {
            Stream.of(stops.at("kinds"), clock.at("restarts", "kinds"), clock.at("pauses"), clock.at("engaged"))
                    .filter(SourceNode::isPresent)
                    .forEach(strange::add);
            takes(clock)
                    .forEach(then -> problems.error(
                            then,
                            "Expected no step of a deal that gives it to somebody else, but found " + then.text()
                                    + ": its owner is whom the CRM names"));
        }
        strange.forEach(node -> problems.error(
                node,
                "Expected what a " + (deal ? "deal" : "lead") + " may wait for, but " + node.words() + " is of "
                        + others));
    }

    private List<String> stages() {
        return LifecycleBuilder.names(document.at("lifecycle"));
    }

    private List<String> dealStages() {
        return document.at("pipeline", "stages").each("stage").stream()
                .map(SourceNode::text)
                .filter(text -> text != null)
                .toList();
    }

    private void starts(SourceNode starts) {
        problems.unlessKnown(starts.at("stage"), A_STAGE, stages());
        problems.unlessKnown(starts.at("dealStage"), A_DEAL_STAGE, dealStages());
        signals.check(starts.at("since"));
        if (starts.at("since").isPresent() != starts.at("with").isPresent()) {
            problems.error(
                    starts,
                    "Expected with and since together, but "
                            + (starts.at("since").isPresent() ? "with" : "since") + " is missing");
        }
        List<String> said = Stream.of("stage", "dealStage", "with")
                .filter(key -> starts.at(key).isPresent())
                .toList();
        if (said.size() > 1) {
            problems.error(starts, "Expected one start of a clock, but found " + String.join(" and ", said));
        }
    }

    private void stops(SourceNode stops) {
        if (stops.isPresent() && WAITS.stream().noneMatch(what -> stops.at(what).isPresent())) {
            problems.error(stops, "Expected kinds of activity, an event, a stage or known fields, but found none");
        }
        acts(stops);
        if (SlaBuilder.ANY.equals(stops.at("kinds").text()) && !stops.at("by").isPresent()) {
            problems.warning(
                    stops.at("kinds"),
                    "Expected by beside any, but it is missing: what the lead itself does to be promoted stops the clock at once");
        }
        problems.unlessKnown(stops.at("stage"), A_STAGE, stages());
        problems.unlessKnown(stops.at("dealStage"), A_DEAL_STAGE, dealStages());
        stops.at("known")
                .items()
                .forEach(
                        name -> Vocabulary.warnOfSlip(name, "an attribute of a lead", Vocabulary.ATTRIBUTES, problems));
    }

    private void restarts(SourceNode restarts) {
        acts(restarts);
        if (restarts.isPresent()
                && !restarts.at("kinds").isPresent()
                && !restarts.at("event").isPresent()
                && !restarts.at("by").isPresent()) {
            problems.error(restarts, "Expected kinds of activity or an event that restarts the clock, but found none");
        }
    }

    private void acts(SourceNode acts) {
        if (acts.at("by").isPresent() && !acts.at("kinds").isPresent()) {
            problems.error(acts.at("by"), "Expected by beside kinds of activity only, but found it without");
        }
        kinds(acts.at("kinds"));
    }

    private void kinds(SourceNode kinds) {
        kinds.items()
                .forEach(
                        kind -> Vocabulary.warnOfSlip(kind, "a kind of activity", Vocabulary.ACTIVITY_KINDS, problems));
    }

    private void reassignments(SourceNode clock) {
        SourceNode most = clock.at("reassignments");
        List<SourceNode> takes = takes(clock);
        boolean none = most.number() == null ? !most.isPresent() : most.number() == 0;
        if (none) {
            takes.forEach(then -> problems.error(
                    then, "Expected at least 1 under reassignments, but found none: the step can never apply"));
        }
        if (takes.isEmpty() && most.number() != null && most.number() > 0) {
            problems.warning(
                    most, "Expected a step with then: REASSIGN, but the chain has none: reassignments means nothing");
        }
        SourceNode hops = document.at("routing", "hops");
        if (!takes.isEmpty() && hops.number() != null && hops.number() == 1) {
            problems.warning(
                    takes.get(0),
                    "Expected at least 2 owners in a pass (routing.hops), but found 1: the step can never apply");
        }
    }

    /** Steps of any chain of a clock that give its subject to somebody else. */
    private static List<SourceNode> takes(SourceNode clock) {
        return Stream.concat(Stream.of(clock.at("chain")), clock.at("variants").each("chain").stream())
                .flatMap(chain -> chain.each("then").stream())
                .filter(SourceNode::isPresent)
                .toList();
    }
}

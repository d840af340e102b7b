package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;

/** Checks that contacts can be engaged, and that no rule asks for more of them than are counted. */
record AccountLint(Problems problems) {

    void check(SourceNode document) {
        SourceNode accounts = document.at("accounts");
        count(document, Values.whole(accounts.at("countedUpTo"), AccountBuilder.COUNTED_UP_TO));
        SourceNode most = accounts.at("mostContacts");
        SourceNode counted = accounts.at("countedUpTo");
        if (most.number() != null && counted.number() != null && most.number() < counted.number()) {
            problems.error(
                    most,
                    "Expected at least " + counted.number()
                            + ", the number of engaged contacts that are counted, but found " + most.number());
        }
        window(accounts);
        SignalLint signals = new SignalLint(document, problems);
        signals.check(accounts.at("users", "any"));
        signals.check(accounts.at("users", "invite"));
        words(accounts.at("nameMatch", "ignore"), document);
        ports(accounts);
        new TargetLint(problems).check(document);
    }

    /** A committee cannot look back further than a contact stays engaged. */
    private void window(SourceNode accounts) {
        SourceNode node = accounts.at("committee", "within");
        Span committee = Span.of(node);
        Span engaged = Span.of(accounts.at("engagedWithin"));
        boolean both = committee != null && !committee.business() && engaged != null && !engaged.business();
        if (both && committee.elapsed().compareTo(engaged.elapsed()) > 0) {
            problems.error(
                    node,
                    "Expected at most " + engaged
                            + ", for which a contact stays engaged (accounts.engagedWithin), but found " + committee
                            + ": the rest of the window would never count");
        }
    }

    private void words(SourceNode ignored, SourceNode document) {
        if (ignored.kind() == SourceNode.Kind.SCALAR) {
            problems.unlessKnown(
                    ignored, "the name of a list", document.at("lists").values().keySet());
        }
    }

    private void ports(SourceNode accounts) {
        port(accounts.at("committee", "port"));
        port(accounts.at("newContact", "port"));
        port(accounts.at("nameMatch", "port"));
        accounts.at("tiers")
                .values()
                .values()
                .forEach(tier -> tier.at("ports").items().forEach(this::port));
    }

    private void port(SourceNode port) {
        Vocabulary.warnOfSlip(port, "a port", Vocabulary.PORTS, problems);
    }

    /** Wherever a condition may stand. */
    private void count(SourceNode node, int counted) {
        String attribute = node.at("attribute").text();
        String what = attribute == null ? null : AccountRules.COUNTED.get(attribute);
        if (what != null) {
            SourceNode from = node.at("from");
            if (from.number() != null && from.number() > counted) {
                problems.error(
                        from,
                        "Expected at most " + counted + ", up to which " + what + " are counted"
                                + " (accounts.countedUpTo), but found " + from.number() + ": the rule can never apply");
            }
        }
        node.items().forEach(item -> count(item, counted));
        node.values().values().forEach(value -> count(value, counted));
    }
}

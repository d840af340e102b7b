package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;

/** Checks that contacts can be engaged, and that no rule asks for more of them than are counted. */
record AccountLint(Problems problems) {

    void check(SourceNode document) {
        SourceNode accounts = document.at("accounts");
        count(document, Values.whole(accounts.at("countedUpTo"), AccountRules.DEFAULT.countedUpTo()));
        SourceNode most = accounts.at("mostContacts");
        SourceNode counted = accounts.at("countedUpTo");
        if (most.number() != null && counted.number() != null && most.number() < counted.number()) {
            problems.error(
                    most,
                    "Expected at least " + counted.number()
                            + ", the number of engaged contacts that are counted, but found " + most.number());
        }
    }

    /** Wherever a condition may stand. */
    private void count(SourceNode node, int counted) {
        if ("engagedContacts".equals(node.at("attribute").text())) {
            SourceNode from = node.at("from");
            if (from.number() != null && from.number() > counted) {
                problems.error(
                        from,
                        "Expected at most " + counted + ", up to which engaged contacts are counted"
                                + " (accounts.countedUpTo), but found " + from.number() + ": the rule can never apply");
            }
        }
        node.items().forEach(item -> count(item, counted));
        node.values().values().forEach(value -> count(value, counted));
    }
}

package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.List;

/** Checks the profile. Inputs that it does not state are no problem: a default applies. */
record ProfileLint(Problems problems) {

    void check(SourceNode document) {
        SourceNode profile = document.at("profile");
        range(profile.at("contractValue"));
        List<String> models = document.at("scoring", "models").each("model").stream()
                .map(SourceNode::text)
                .toList();
        problems.unlessKnown(profile.at("fallbackModel"), "a scoring model of this policy", models);
    }

    private void range(SourceNode value) {
        Long from = value.at("from").number();
        Long to = value.at("to").number();
        if (from != null && to != null && from > to) {
            problems.error(value.at("to"), "Expected at least " + from + ", where the range begins, but found " + to);
        }
    }
}

package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the target account list: each account and each domain stands once (ACC-02), and there are as many as is usual (ACC-01). */
record TargetLint(Problems problems) {

    void check(SourceNode document) {
        SourceNode accounts = document.at("accounts");
        SourceNode targets = accounts.at("targets");
        problems.unlessDistinct(targets.each("account"), "target account");
        problems.unlessDistinct(
                targets.each("domains").stream()
                        .flatMap(domains -> domains.items().stream())
                        .toList(),
                "domain of a target account");
        freeMail(document, targets);
        owners(document, targets);
        number(targets, accounts.at("targetsExpected"));
    }

    /** Anybody can have an address there, so it would never match (ACC-03). */
    private void freeMail(SourceNode document, SourceNode targets) {
        Set<String> free = Values.words(document.at("lists", "freeMailDomains"));
        for (SourceNode domains : targets.each("domains")) {
            for (SourceNode domain : domains.items()) {
                if (domain.text() != null && free.contains(Values.word(domain))) {
                    problems.error(
                            domain,
                            "Expected a domain of one company, but found \"" + domain.text()
                                    + "\", where anybody can have an address (lists.freeMailDomains)");
                }
            }
        }
    }

    private void owners(SourceNode document, SourceNode targets) {
        Map<String, SourceNode> teams = document.at("routing", "teams").values();
        for (SourceNode target : targets.items()) {
            SourceNode team = target.at("team");
            problems.unlessKnown(team, "a team of this policy", teams.keySet());
            SourceNode reps =
                    team.text() == null ? team.at("reps") : document.at("routing", "teams", team.text(), "reps");
            if (reps.isPresent()) {
                problems.unlessKnown(target.at("owner"), "a rep of team " + team.text(), reps.texts());
            }
        }
    }

    private void number(SourceNode targets, SourceNode expected) {
        long from = Values.whole(expected.at("from"), AccountBuilder.TARGETS_FROM);
        long to = Values.whole(expected.at("to"), AccountBuilder.TARGETS_TO);
        if (from > to) {
            problems.error(
                    expected.at("to"), "Expected at least " + from + ", where the range begins, but found " + to);
        }
        List<SourceNode> all = targets.items();
        if (!all.isEmpty() && (all.size() < from || all.size() > to)) {
            problems.warning(
                    targets,
                    "Expected " + from + " to " + to + " target accounts (accounts.targetsExpected), but found "
                            + all.size());
        }
    }
}

package io.revstream.policy;

import io.revstream.document.SourceNode;
import io.revstream.policy.AccountRules.Committee;
import io.revstream.policy.AccountRules.NameMatch;
import io.revstream.policy.AccountRules.Tier;
import io.revstream.policy.AccountRules.Users;
import io.revstream.policy.TargetAccounts.Target;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds the accounts section. */
record AccountBuilder(Values values) {

    static final int ENGAGED_FROM = 20;
    static final int COUNTED_UP_TO = 10;
    static final int MOST_CONTACTS = 5000;
    static final int TOP_CONTRIBUTIONS = 10;
    static final int COMMITTEE_FROM = 3;
    static final int TEAM_FROM = 2;
    static final int TARGETS_FROM = 50;
    static final int TARGETS_TO = 500;

    private static final Pattern FIELD = Pattern.compile("\\baccount\\.(\\w+)");

    AccountRules accounts(SourceNode document) {
        SourceNode accounts = document.at("accounts");
        Set<String> asked = new TreeSet<>();
        collect(document, asked);
        return new AccountRules(
                Values.whole(accounts.at("engagedFrom"), ENGAGED_FROM),
                Span.of(accounts.at("engagedWithin")),
                Values.whole(accounts.at("countedUpTo"), COUNTED_UP_TO),
                Values.whole(accounts.at("mostContacts"), MOST_CONTACTS),
                Span.of(accounts.at("answerWithin")),
                Values.whole(accounts.at("tellFrom"), 0),
                Values.whole(accounts.at("topContributions"), TOP_CONTRIBUTIONS),
                committee(accounts.at("committee")),
                users(accounts.at("users")),
                nameMatch(accounts.at("nameMatch")),
                accounts.at("ipProperty").text(),
                TargetAccounts.of(Values.list(accounts.at("targets"), AccountBuilder::target)),
                tiers(accounts.at("tiers")),
                accounts.at("newContact", "port").text(),
                asked);
    }

    private static Committee committee(SourceNode committee) {
        return committee.isPresent()
                ? new Committee(
                        Values.whole(committee.at("from"), COMMITTEE_FROM),
                        Span.of(committee.at("within")),
                        committee.at("port").text())
                : null;
    }

    private Users users(SourceNode users) {
        return users.isPresent()
                ? new Users(
                        values.signals(users.at("any")),
                        Span.of(users.at("within")),
                        Values.whole(users.at("teamFrom"), TEAM_FROM),
                        values.signals(users.at("invite")))
                : null;
    }

    private NameMatch nameMatch(SourceNode match) {
        return match.isPresent()
                ? new NameMatch(
                        Values.whole(match.at("from"), 100),
                        match.at("port").text(),
                        Objects.requireNonNullElse(values.wordsOrList(match.at("ignore")), Set.of()))
                : null;
    }

    private static Target target(SourceNode target) {
        return new Target(
                target.at("account").text(),
                target.at("name").text(),
                Values.words(target.at("domains")),
                Values.whole(target.at("tier"), 0),
                target.at("owner").text(),
                target.at("team").text());
    }

    private static TreeMap<Integer, Tier> tiers(SourceNode tiers) {
        TreeMap<Integer, Tier> byNumber = new TreeMap<>();
        for (Map.Entry<String, SourceNode> each : tiers.values().entrySet()) {
            SourceNode tier = each.getValue();
            byNumber.put(
                    Integer.valueOf(each.getKey()),
                    new Tier(tier.at("alert").text(), tier.at("ports").texts()));
        }
        return byNumber;
    }

    /** Fields of accounts that conditions ask for, wherever a condition or an expression may stand. */
    private static void collect(SourceNode node, Set<String> asked) {
        find(node.at("attribute").text(), asked);
        find(node.at("if").text(), asked);
        node.values().values().forEach(value -> collect(value, asked));
        node.items().forEach(item -> collect(item, asked));
    }

    private static void find(String text, Set<String> asked) {
        Matcher field = FIELD.matcher(text == null ? "" : text);
        while (field.find()) {
            asked.add(field.group(1));
        }
    }
}

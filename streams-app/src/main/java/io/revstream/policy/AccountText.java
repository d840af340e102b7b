package io.revstream.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The accounts section in plain words. */
final class AccountText {

    private final List<String> lines = new ArrayList<>();

    private AccountText() {}

    static List<String> of(AccountRules accounts) {
        AccountText text = new AccountText();
        text.contacts(accounts);
        text.signals(accounts);
        text.matching(accounts);
        text.targets(accounts);
        return List.copyOf(text.lines);
    }

    private void contacts(AccountRules accounts) {
        line(
                "A contact is engaged from %d engagement points%s; up to %d engaged contacts are counted",
                accounts.engagedFrom(),
                accounts.engagedWithin() == null
                        ? ""
                        : ", for " + accounts.engagedWithin() + " after its latest activity",
                accounts.countedUpTo());
        line("At most %d contacts are kept", accounts.mostContacts());
        if (accounts.answerWithin() != null) {
            line("A promotion waits up to %s to hear whether the account is a customer", accounts.answerWithin());
        }
        line(
                "The engagement of an account is told with %s of a contact, and its %d greatest contributions",
                accounts.tellFrom() == 0 ? "every change" : "each change of " + accounts.tellFrom() + " points",
                accounts.topContributions());
    }

    private void signals(AccountRules accounts) {
        if (accounts.committee() != null) {
            line(
                    "Buying committee: %d engaged contacts%s%s",
                    accounts.committee().from(),
                    accounts.committee().within() == null
                            ? ""
                            : ", each with an activity within "
                                    + accounts.committee().within(),
                    told(accounts.committee().port()));
        }
        if (accounts.users() != null) {
            line(
                    "A user: %s%s; team usage: %d users%s",
                    RuleWords.signals(accounts.users().any(), " or "),
                    accounts.users().within() == null
                            ? ""
                            : " within " + accounts.users().within(),
                    accounts.users().teamFrom(),
                    accounts.users().invite().isEmpty()
                            ? ""
                            : ", or " + RuleWords.signals(accounts.users().invite(), " or "));
        }
        if (accounts.newContactPort() != null) {
            line("The owner of an account is told of each new contact through %s", accounts.newContactPort());
        }
    }

    private static String told(String port) {
        return port == null ? "" : "; the owner is told through " + port;
    }

    private void matching(AccountRules accounts) {
        if (accounts.nameMatch() != null) {
            line(
                    "Company names that are %d %% alike are reviewed by a person through %s",
                    accounts.nameMatch().from(), accounts.nameMatch().port());
        }
        if (accounts.ipProperty() != null) {
            line("Anonymous visits count for the company in %s", accounts.ipProperty());
        }
    }

    private void targets(AccountRules accounts) {
        int targets = accounts.targets().byAccount().size();
        if (targets > 0) {
            line("%d target account%s, whose leads go to their owners", targets, targets == 1 ? "" : "s");
        }
        accounts.tiers()
                .forEach((tier, rule) ->
                        line("Tier %d: %s alert through %s", tier, rule.alert(), String.join(" and ", rule.ports())));
    }

    private void line(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }
}

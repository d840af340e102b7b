package io.revstream.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

import static io.revstream.app.cli.TextLines.word;
import static io.revstream.app.cli.TextLines.words;

/** An account, as the API explains it, for people. */
final class AccountText {

    private static final String CONTACT = "    %8s  %-24s %-10s %-12s %s";

    private final TextLines text = new TextLines();
    private final JsonNode account;

    private AccountText(JsonNode account) {
        this.account = account;
    }

    static String of(JsonNode account) {
        AccountText text = new AccountText(account);
        text.head();
        text.owner();
        text.engagement();
        text.contacts();
        text.waiting();
        return text.text.toString();
    }

    private void head() {
        text.line(
                "Account %s at %s, by policy %s",
                word(account, "accountId"), word(account, "at"), word(account, "policyVersion"));
        if (account.has("claimedBy")) {
            text.line("  domain of %s: all contacts are passed on to it", word(account, "claimedBy"));
        }
        if (!account.path("claims").isEmpty()) {
            text.line("  domains   %s", words(account.path("claims")));
        }
        text.line("  is        %s", String.join(", ", kinds()));
    }

    private List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        if (account.path("target").asBoolean()) {
            kinds.add("on the target list");
        }
        if (account.has("tier")) {
            kinds.add("tier " + word(account, "tier"));
        }
        if (account.path("named").asBoolean()) {
            kinds.add("named: its leads go to its owner");
        }
        if (account.path("customer").asBoolean()) {
            kinds.add("a customer");
        }
        if (kinds.isEmpty()) {
            kinds.add(
                    account.path("known").asBoolean()
                            ? "known, and nothing in particular"
                            : "known by its contacts only");
        }
        return kinds;
    }

    private void owner() {
        JsonNode owner = account.path("owner");
        String who = owner.has("repId") ? word(owner, "repId") : "";
        String team = owner.has("teamId") ? " of " + word(owner, "teamId") : "";
        text.line("  owner     %s%s", who.isEmpty() ? "" : who + team + ": ", word(owner, "because"));
    }

    private void engagement() {
        JsonNode committee = account.path("committee");
        text.line(
                "  engaged   %s contacts, %s points in all",
                word(account, "engagedContacts"), word(account, "engagement"));
        if (committee.has("needed")) {
            text.line(
                    "  committee %s of %s%s",
                    word(committee, "members"),
                    word(committee, "needed"),
                    committee.path("told").asBoolean() ? ", told" : "");
        }
        if (account.path("users").asInt() > 0) {
            text.line(
                    "  users     %s%s",
                    word(account, "users"), account.path("teamUsage").asBoolean() ? ", as a team" : "");
        }
    }

    private void contacts() {
        JsonNode contacts = account.path("contacts");
        text.line(
                "  contacts  %d%s", contacts.size(), account.path("overflowed").asBoolean() ? ", and more before" : "");
        for (JsonNode contact : contacts) {
            JsonNode contribution = contact.path("contribution");
            text.line(
                    CONTACT,
                    word(contribution, "engagement"),
                    word(contribution, "leadId"),
                    contribution.path("engaged").asBoolean() ? "engaged" : "",
                    contact.has("matchedBy") ? "by " + word(contact, "matchedBy") : "",
                    marks(contact));
        }
    }

    private static String marks(JsonNode contact) {
        List<String> marks = new ArrayList<>();
        contact.path("contribution")
                .path("roles")
                .properties()
                .forEach(role -> marks.add(role.getKey() + " " + role.getValue().asText()));
        if (contact.path("inCommittee").asBoolean()) {
            marks.add("in the committee");
        }
        if (contact.path("user").asBoolean()) {
            marks.add("uses the product");
        }
        if (contact.has("via")) {
            marks.add("via " + word(contact, "via"));
        }
        if (!contact.path("live").asBoolean(true)) {
            marks.add("from imported history");
        }
        return String.join(", ", marks);
    }

    private void waiting() {
        if (account.has("choosing")) {
            text.line("  choosing  an owner for %s", word(account, "choosing"));
        }
        if (!account.path("waiting").isEmpty()) {
            text.line("  waiting   %s: they follow that choice", words(account.path("waiting")));
        }
        if (!account.path("conflicts").isEmpty()) {
            text.line("  conflicts copies say otherwise: %s", words(account.path("conflicts")));
        }
    }
}

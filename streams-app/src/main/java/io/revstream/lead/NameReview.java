package io.revstream.lead;

import io.revstream.events.ActionKind;
import io.revstream.events.DataIssueFound;
import io.revstream.events.LeadFact;
import io.revstream.events.NameCandidate;
import io.revstream.events.NamesCompared;
import io.revstream.lead.AccountView.Question;
import io.revstream.policy.AccountRules.NameMatch;
import io.revstream.profile.AccountMatch;
import io.revstream.profile.CompanyName;
import io.revstream.stream.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Has the company that a lead names compared with the names of accounts while nothing else tells its account, and has a person review
 * what is similar (ACC-03). A name by itself links nobody; the person's answer is the link of the CRM.
 */
final class NameReview {

    static final String ISSUE = "account-match-review";

    private static final String NOTICE = ISSUE + "/candidates";

    private NameReview() {}

    /** Asks when there is a name to ask for, and ends the question when there is none any more. */
    static void follow(LeadDraft draft) {
        Question before = draft.account.question();
        Question now = question(draft);
        if (Objects.equals(before, now)) {
            return;
        }
        draft.account = draft.account.asking(now);
        if (before != null) {
            AccountTies.say(draft, before.index(), LeadFact.newBuilder().setLeft(true));
            resolve(draft);
        }
        if (now != null) {
            AccountTies.say(
                    draft,
                    now.index(),
                    LeadFact.newBuilder().setMatchedBy("name").setEvidence(now.name()));
        }
    }

    /** Accounts with similar names: said once, whichever more are found later. */
    static void answered(LeadDraft draft, NamesCompared compared) {
        Question question = draft.account.question();
        NameMatch rule = draft.policy.accounts().nameMatch();
        boolean asked = question != null && question.name().equals(compared.getName());
        if (!asked || rule == null || draft.notices.has(NOTICE)) {
            return;
        }
        draft.notices = draft.notices.with(NOTICE);
        String found = compared.getCandidates().stream()
                .map(each -> each.getName() + " (" + each.getAccountId() + ", " + each.getSimilarity() + " %)")
                .collect(Collectors.joining(", "));
        Map<String, String> details = details(question, compared);
        draft.say(
                Catalogue.DATA_ISSUES,
                issue(
                                draft,
                                "Expected a link or an e-mail domain that tells the account of \"" + question.name()
                                        + "\", but only names that are similar: " + found)
                        .setDetails(details)
                        .build());
        Actions.ask(draft, ActionKind.REVIEW, ISSUE, rule.port(), null, null, "similar company name", details);
    }

    private static Map<String, String> details(Question question, NamesCompared compared) {
        Map<String, String> details = new TreeMap<>();
        details.put("company", question.name());
        NameCandidate best = compared.getCandidates().get(0);
        details.put("accountId", best.getAccountId());
        details.put("similarity", String.valueOf(best.getSimilarity()));
        details.put(
                "candidates",
                compared.getCandidates().stream()
                        .map(each -> each.getAccountId() + " " + each.getSimilarity())
                        .collect(Collectors.joining(", ")));
        return details;
    }

    private static void resolve(LeadDraft draft) {
        if (!draft.notices.has(NOTICE)) {
            return;
        }
        draft.notices = draft.notices.without(NOTICE);
        AccountMatch match = draft.profile.accountMatch(draft.policy);
        String because = match == null
                ? "The company name is not compared any more"
                : "The account is " + match.account() + ", told by "
                        + match.by().word();
        draft.say(Catalogue.DATA_ISSUES, issue(draft, because).setResolved(true).build());
    }

    private static DataIssueFound.Builder issue(LeadDraft draft, String because) {
        return DataIssueFound.newBuilder()
                .setSubjectId(draft.id)
                .setIssue(ISSUE)
                .setBecause(because)
                .setFields(List.of("company", "accountId"));
    }

    /** Null when no name is to be compared: another sign tells the account, or the domain's account is one that somebody knows. */
    private static Question question(LeadDraft draft) {
        NameMatch rule = draft.policy.accounts().nameMatch();
        String company = draft.profile.text("company");
        if (rule == null || company == null || !draft.live || !isOpen(draft)) {
            return null;
        }
        String index = CompanyName.of(company, rule.ignored()).index();
        return index == null ? null : new Question(index, company);
    }

    private static boolean isOpen(LeadDraft draft) {
        AccountMatch match = draft.profile.accountMatch(draft.policy);
        if (match == null) {
            return true;
        }
        boolean domainOnly = match.by() == AccountMatch.By.DOMAIN;
        return domainOnly && draft.account.answered() && !draft.account.said().known();
    }
}

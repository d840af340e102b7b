package io.revstream.policy;

import io.revstream.policy.RejectionRules.Nurture;
import io.revstream.policy.RejectionRules.Reason;
import io.revstream.policy.RejectionRules.Watching;
import java.util.Locale;

/** Reasons of a rejection in plain words. */
final class RejectionWords {

    private RejectionWords() {}

    static String reason(Reason reason) {
        StringBuilder words = new StringBuilder(reason.outcome().name().toLowerCase(Locale.ROOT));
        if (reason.later()) {
            words.append(" later");
        }
        if (reason.needs() != null) {
            words.append(", needs ")
                    .append(reason.needs().atLeast())
                    .append(" times ")
                    .append(RuleWords.signals(reason.needs().any(), " or "));
        }
        if (!reason.watch().isEmpty()) {
            words.append(", again when ")
                    .append(String.join(" or ", reason.watch()))
                    .append(reason.when() == Watching.GROWS ? " grows" : " changes");
        }
        if (reason.reengageAfter() != null) {
            words.append(", again after ").append(reason.reengageAfter());
        }
        if (reason.reengageBefore() != null) {
            words.append(", again ")
                    .append(reason.reengageBefore().by())
                    .append(" before ")
                    .append(reason.reengageBefore().date());
        }
        return words.toString();
    }

    static String nurture(Nurture nurture) {
        String instead = nurture.instead() == null ? "" : " instead of " + nurture.instead();
        String archive = nurture.archiveAfter() == null
                ? ""
                : "; archived after " + nurture.archiveAfter() + " without engagement";
        return nurture.sequence() + ", " + nurture.frequency() + instead + archive;
    }
}

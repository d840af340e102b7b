package io.revstream.sla;

import io.revstream.policy.Facts;
import java.util.Locale;
import java.util.Set;

/** What is known of a subject, and who has it. */
record FactsWithHolder(Facts facts, Assignee holder) implements Facts {

    /** The attribute that names who has the subject, or in whose queue it waits. */
    private static final String TEAM = "team";

    @Override
    public Set<String> words(String attribute) {
        if (attribute.equals(TEAM) && holder.teamId() != null) {
            return Set.of(holder.teamId().toLowerCase(Locale.ROOT));
        }
        return facts.words(attribute);
    }

    @Override
    public Long number(String attribute) {
        return facts.number(attribute);
    }
}

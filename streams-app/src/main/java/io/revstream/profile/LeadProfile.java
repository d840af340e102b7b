package io.revstream.profile;

import io.revstream.events.LeadAttributes;
import io.revstream.policy.Policy;
import io.revstream.state.Occurrence;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a lead.
 *
 * @param attributes by name, as in {@code LeadAttributes}; its further attributes stand beside them under their own names
 */
public record LeadProfile(Attributes attributes) {

    public static final LeadProfile EMPTY = new LeadProfile(Attributes.NONE);

    /** The profile after an event stated these attributes; this very profile when that changes nothing. */
    public LeadProfile with(LeadAttributes stated, Occurrence event) {
        Attributes after = attributes.with(StatedAttributes.of(stated), event);
        return after.equals(attributes) ? this : new LeadProfile(after);
    }

    /** The profile after an event stated one attribute that no event holds as such. */
    public LeadProfile stating(String name, String value, Occurrence event) {
        Attributes after = attributes.with(Map.of(name, List.of(value)), event);
        return after.equals(attributes) ? this : new LeadProfile(after);
    }

    /** The profile after an event added values to an attribute, beside those that it has. */
    public LeadProfile adding(String name, Set<String> values, Occurrence event) {
        Attributes after = attributes.adding(name, values, event);
        return after.equals(attributes) ? this : new LeadProfile(after);
    }

    /** The profile after an event cleared an attribute; as it was when the attribute is not known. */
    public LeadProfile without(String name, Occurrence event) {
        return values(name).isEmpty() ? this : new LeadProfile(attributes.with(Map.of(name, List.of()), event));
    }

    /** The values of an attribute as stated: none when it is not known. */
    public List<String> values(String name) {
        return attributes.values(name);
    }

    /** The first value of an attribute as stated, or null when it is not known. */
    public String text(String name) {
        return attributes.text(name);
    }

    /** The event that stated an attribute, or null when it is not known. */
    public Occurrence toldBy(String name) {
        return attributes.toldBy(name);
    }

    /**
     * The key of the account that the lead belongs to: the one that the CRM has linked, else the domain of the e-mail address, else the
     * lead is an account of its own. A domain that anybody can have an address at is nobody's account (ACC-03).
     */
    public String accountKey(String leadId, Policy policy) {
        String company = companyKey(policy);
        return company == null ? "lead:" + leadId : company;
    }

    /** The key of the account of the lead's company; null as long as nothing tells the company, or only from where it visits. */
    public String companyKey(Policy policy) {
        AccountMatch match = accountMatch(policy);
        return match == null || match.anonymous() ? null : match.account();
    }

    /** The account of the lead, and what tells it; null while nothing does. Routing, engagement and reports all ask this (ACC-03). */
    public AccountMatch accountMatch(Policy policy) {
        return AccountMatch.of(this, policy);
    }

    public void write(StateWriter out) {
        attributes.write(out);
    }

    public static LeadProfile read(StateReader in) {
        return new LeadProfile(Attributes.read(in));
    }
}

package io.revstream.profile;

import io.revstream.events.LeadAttributes;
import io.revstream.policy.Policy;
import io.revstream.state.Occurrence;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a lead. The same statements give the same profile in whichever order they arrive: for each attribute the one that
 * occurred last wins. What was cleared is remembered as cleared, so that an older statement does not bring it back.
 *
 * @param attributes by name, as in {@code LeadAttributes}; its further attributes stand beside them under their own names
 */
public record LeadProfile(Map<String, Attribute> attributes) {

    public static final LeadProfile EMPTY = new LeadProfile(Map.of());

    private static final int VERSION = 1;

    public LeadProfile {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** The profile after an event stated these attributes; this very profile when that changes nothing. */
    public LeadProfile with(LeadAttributes stated, Occurrence event) {
        Map<String, Attribute> after = new TreeMap<>(attributes);
        StatedAttributes.of(stated).forEach((name, values) -> {
            Attribute before = attributes.get(name);
            if (before == null || event.isAfter(before.toldBy())) {
                after.put(name, new Attribute(values, event));
            }
        });
        return after.equals(attributes) ? this : new LeadProfile(after);
    }

    /** The values of an attribute as stated: none when it is not known. */
    public List<String> values(String name) {
        Attribute attribute = attributes.get(name);
        return attribute == null ? List.of() : attribute.values();
    }

    /** The first value of an attribute as stated, or null when it is not known. */
    public String text(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? null : values.get(0);
    }

    /** The event that stated an attribute, or null when it is not known. */
    public Occurrence toldBy(String name) {
        Attribute attribute = attributes.get(name);
        return attribute == null ? null : attribute.toldBy();
    }

    /**
     * The key of the account that the lead belongs to: the one that the CRM has linked, else the domain of the e-mail address, else the
     * lead is an account of its own. A domain that anybody can have an address at is nobody's account (ACC-03).
     */
    public String accountKey(String leadId, Policy policy) {
        String linked = text("accountId");
        if (linked != null) {
            return linked;
        }
        String domain = EmailKind.domain(text("email"));
        return domain == null || EmailKind.isFreeMail(domain, policy) ? "lead:" + leadId : domain;
    }

    /** Most attributes come from few events: each event is written once. */
    public void write(StateWriter out) {
        out.version(VERSION);
        Map<Occurrence, Integer> events = new LinkedHashMap<>();
        attributes.values().forEach(attribute -> events.putIfAbsent(attribute.toldBy(), events.size()));
        out.list(events.keySet(), (to, event) -> event.write(to));
        out.map(attributes, (to, attribute) -> {
            to.unsigned(events.get(attribute.toldBy()));
            to.list(attribute.values(), StateWriter::text);
        });
    }

    public static LeadProfile read(StateReader in) {
        in.version("a lead profile", VERSION);
        List<Occurrence> events = new ArrayList<>(in.list(Occurrence::read));
        return new LeadProfile(in.map(from -> {
            Occurrence toldBy = from.element(events);
            return new Attribute(from.list(StateReader::text), toldBy);
        }));
    }
}

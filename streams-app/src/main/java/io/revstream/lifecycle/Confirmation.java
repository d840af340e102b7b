package io.revstream.lifecycle;

import io.revstream.events.LeadDisposition;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a conversation with a lead has confirmed: elements of BANT and MEDDIC (domain 3.3). Which of them, and how many, make a stage is
 * left to its gate.
 *
 * @param elements names in lower case with hyphens, in order
 * @param refusal why it was refused; null when it was not
 */
public record Confirmation(Set<String> elements, String refusal) {

    /** The attribute that holds what was confirmed so far. */
    public static final String ATTRIBUTE = "confirmed";

    /** The attribute that holds the role of who confirmed something last. */
    public static final String BY_ROLE = "qualifiedByRole";

    /** Budget, authority, need, timeline; metrics, economic buyer, decision criteria, decision process, identify pain, champion. */
    public static final List<String> ELEMENTS = List.of(
            "budget",
            "authority",
            "need",
            "timeline",
            "metrics",
            "economic-buyer",
            "decision-criteria",
            "decision-process",
            "identify-pain",
            "champion");

    /** Checks the elements that a QUALIFY names; {@code ECONOMIC_BUYER} and {@code Economic buyer} are the same one. */
    public static Confirmation check(LeadDisposition disposition) {
        Set<String> elements = new TreeSet<>();
        for (String stated : disposition.getConfirmed()) {
            String element = stated.strip().toLowerCase(Locale.ROOT).replaceAll("[_ ]+", "-");
            if (!ELEMENTS.contains(element)) {
                return new Confirmation(Set.of(), expected("found \"" + stated + "\""));
            }
            elements.add(element);
        }
        return new Confirmation(elements, null);
    }

    /** The refusal of a QUALIFY of which something must be confirmed. */
    public static String expected(String but) {
        return "Expected elements that were confirmed, of " + String.join(", ", ELEMENTS) + ", but " + but;
    }
}

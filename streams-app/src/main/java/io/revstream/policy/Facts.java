package io.revstream.policy;

import java.util.Set;

/** What is known of a lead, account or deal, by the attribute names that a policy uses. */
public interface Facts {

    /** The words of an attribute in lower case: none when it is not known, several when it holds a list. */
    Set<String> words(String attribute);

    /** The number that an attribute holds, or null when it is not known or no number. */
    Long number(String attribute);
}

package io.revstream.profile;

import io.revstream.state.Occurrence;
import java.util.List;

/**
 * An attribute of a lead.
 *
 * @param values as stated; none when the attribute was cleared, several when it holds a list
 * @param toldBy the event that stated it
 */
public record Attribute(List<String> values, Occurrence toldBy) {

    public Attribute {
        values = List.copyOf(values);
    }
}

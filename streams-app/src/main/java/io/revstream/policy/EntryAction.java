package io.revstream.policy;

import io.revstream.events.ActionKind;
import java.util.List;

/**
 * What an outside system is asked for when a lead enters a stage (LIF-24).
 *
 * @param action name of it: the sequence, the title of the task, ...
 * @param port who carries it out
 * @param to owner, manager, a team or a rep; null where nobody is told
 * @param due when it is due, from the entry; null where it is not
 * @param calendar name of the calendar in which business units of {@code due} count; null where there are none
 * @param when it is asked for only if one of these gates holds; none for always
 * @param unless it is not asked for if one of these gates holds
 * @param passes names of facts that go with it
 */
public record EntryAction(
        String action,
        ActionKind kind,
        String port,
        String to,
        Span due,
        String calendar,
        List<Gate> when,
        List<Gate> unless,
        List<String> passes) {}

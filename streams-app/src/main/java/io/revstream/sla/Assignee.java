package io.revstream.sla;

import java.time.ZoneId;

/**
 * Who is on a clock.
 *
 * @param ownerId null while there is no owner
 * @param managerId who receives escalations; null when unknown
 * @param teamId null while no team has been chosen
 * @param zone time zone of the owner, or of the team whose queue the lead waits in; null when unknown
 */
public record Assignee(String ownerId, String managerId, String teamId, ZoneId zone) {

    /** Nobody yet. */
    public static final Assignee NOBODY = new Assignee(null, null, null, null);

    public String backup() {
        return null;
    }

    /** Who has a role of an escalation step; null when it is vacant. */
    public String inRole(String role) {
        return switch (role) {
            case "owner" -> ownerId;
            case "manager" -> managerId;
            case "team" -> teamId;
            default -> null;
        };
    }
}

package io.revstream.sla;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * Who is on a clock.
 *
 * @param ownerId null while there is no owner
 * @param managerId who receives escalations; null when unknown
 * @param teamId null while no team has been chosen
 * @param backupId who stands in for the owner; null when nobody does
 * @param time when the owner works, or the team in whose queue the lead waits
 * @param away times away that are known
 */
public record Assignee(
        String ownerId, String managerId, String teamId, String backupId, WorkingTime time, List<Standstill> away) {

    /** Nobody yet. */
    public static final Assignee NOBODY = new Assignee(null, null, null, null);

    public Assignee {
        away = List.copyOf(away);
    }

    /** Of whom only the time zone is known. */
    public Assignee(String ownerId, String managerId, String teamId, ZoneId zone) {
        this(ownerId, managerId, teamId, null, WorkingTime.in(zone), List.of());
    }

    /** Who has a role of an escalation step; null when it is vacant, or none of these. */
    public String inRole(String role) {
        return switch (role) {
            case "owner" -> ownerId;
            case "manager" -> managerId;
            case "team" -> teamId;
            case "backup" -> backupId;
            default -> null;
        };
    }

    /** Whether the subject is with the same owner, or in the queue of the same team. */
    boolean isWith(Assignee other) {
        return Objects.equals(ownerId, other.ownerId) && (ownerId != null || Objects.equals(teamId, other.teamId));
    }

    /** Whether the lead is in nobody's hands. */
    boolean isNobody() {
        return ownerId == null;
    }
}

package io.revstream.lead;

import io.revstream.events.LeadAssigned;
import io.revstream.events.RepFact;
import io.revstream.sla.Assignee;
import io.revstream.sla.Standstill;
import io.revstream.sla.WorkingTime;
import java.util.List;

/** Who is on a lead's clocks, by what its team says of him. */
final class Assignees {

    private Assignees() {}

    /** The owner, or the team in whose queue the lead waits. */
    static Assignee of(LeadAssigned assigned) {
        return new Assignee(
                assigned.getOwnerId(),
                assigned.getManagerId(),
                assigned.getTeamId(),
                assigned.getBackupId(),
                WorkingTime.of(assigned.getZone(), assigned.getDays(), assigned.getHours(), assigned.getHolidays()),
                away(assigned.getAway()));
    }

    static Assignee of(RepFact fact) {
        return new Assignee(
                fact.getRepId(),
                fact.getManagerId(),
                fact.getTeamId(),
                fact.getBackupId(),
                WorkingTime.of(fact.getZone(), fact.getDays(), fact.getHours(), fact.getHolidays()),
                away(fact.getAway()));
    }

    private static List<Standstill> away(List<String> intervals) {
        return intervals.stream().map(Standstill::absence).toList();
    }
}

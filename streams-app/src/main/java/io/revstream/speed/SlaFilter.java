package io.revstream.speed;

/**
 * Which clocks are asked for; null asks for all.
 *
 * @param clock name of the clock
 */
public record SlaFilter(String teamId, String repId, String clock) {

    public static final SlaFilter ALL = new SlaFilter(null, null, null);

    boolean takes(Run run) {
        return takes(clock, run.clock) && takes(teamId, run.teamId) && takes(repId, run.ownerId);
    }

    boolean takes(Response response) {
        return takes(teamId, response.teamId()) && takes(repId, response.repId());
    }

    private static boolean takes(String asked, String found) {
        return asked == null || asked.equals(found);
    }
}

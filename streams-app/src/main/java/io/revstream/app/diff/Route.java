package io.revstream.app.diff;

/**
 * Where a policy sends a promoted lead at first.
 *
 * @param branch the branch of the routing tree
 * @param ownerId the rep; null where it waits in the queue, or where the history has no reps
 */
public record Route(String teamId, String branch, String ownerId) {

    /** Whether the tree decides the same, whoever of the team is next. */
    boolean sameBranch(Route other) {
        return teamId.equals(other.teamId()) && branch.equals(other.branch());
    }

    @Override
    public String toString() {
        return branch + " to team " + teamId + (ownerId == null ? "" : ", " + ownerId);
    }
}

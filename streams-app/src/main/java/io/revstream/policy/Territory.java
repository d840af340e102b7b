package io.revstream.policy;

import io.revstream.policy.RoutingRules.Branch;
import io.revstream.policy.RoutingRules.Target;
import java.util.List;
import java.util.Set;

/**
 * A territory; the first that holds is the one that a lead is in: attribute {@code territory}.
 *
 * @param when conditions on the lead, all of which must hold; none takes whoever is left
 * @param expression what must hold beside them; null for nothing
 * @param to its team, or a rep of it; null when branches only ask for the territory
 */
public record Territory(String territory, List<Condition> when, Expression expression, Target to) {

    private static final Target NOWHERE = new Target(Target.Kind.TEAM, null);

    /** The attributes that it asks for, and that its target does. */
    public Set<String> asked() {
        return new Branch(territory, Set.of(), when, expression, to == null ? NOWHERE : to).asked();
    }

    /** Whether a lead belongs to it, unless an earlier one holds. */
    boolean holds(Facts facts) {
        return when.stream().allMatch(condition -> condition.holds(facts))
                && (expression == null || expression.holds(facts));
    }

    /** The territory of a lead; null when it is in none. */
    public static Territory of(List<Territory> territories, Facts facts) {
        return territories.stream()
                .filter(territory -> territory.holds(facts))
                .findFirst()
                .orElse(null);
    }
}

package io.revstream.policy;

import io.revstream.policy.Expression.All;
import io.revstream.policy.Expression.Any;
import io.revstream.policy.Expression.Is;
import io.revstream.policy.RoutingRules.Branch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** All that must hold of a lead and its account for an entry to apply, as one expression. */
final class Guards {

    private Guards() {}

    /** Of a branch: its conditions, and that its target exists. */
    static Expression of(Branch branch, List<Territory> territories) {
        List<Expression> all = new ArrayList<>();
        branch.account().stream().sorted().map(Expression::isTrue).forEach(all::add);
        all.add(all(branch.when(), branch.expression()));
        switch (branch.to().kind()) {
            case ACCOUNT_OWNER -> all.add(Expression.isTrue(Samples.OWNER_KNOWN));
            case ACCOUNT_CHOICE -> all.add(Expression.isTrue("chosen"));
            case TERRITORY -> all.add(inTerritoryOfTeam(territories));
            case TEAM -> {}
        }
        return new All(List.copyOf(all));
    }

    static Expression of(Territory territory) {
        return all(territory.when(), territory.expression());
    }

    static Expression all(List<Condition> when, Expression expression) {
        List<Expression> all = new ArrayList<>();
        when.forEach(condition -> all.add(new Is(condition)));
        if (expression != null) {
            all.add(expression);
        }
        return new All(List.copyOf(all));
    }

    private static Expression inTerritoryOfTeam(List<Territory> territories) {
        Set<String> names = new LinkedHashSet<>();
        territories.stream()
                .filter(territory -> territory.to() != null)
                .forEach(territory -> names.add(territory.territory().toLowerCase(Locale.ROOT)));
        return names.isEmpty()
                ? new Any(List.of())
                : new Is(new Condition(DerivedFacts.TERRITORY, null, null, Collections.unmodifiableSet(names), null));
    }
}

package io.revstream.routing;

import io.revstream.policy.DerivedFacts;
import io.revstream.policy.RoutingRules.Target;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which rep of a team a lead should get.
 *
 * @param rep the rep who gets it when he can; null for the team's rotation
 * @param because how he was found: account-owner, account-choice, territory-owner or specialist; null for a rotation
 * @param skills skills, all of which the rep must have
 * @param prefers words of which his territories should have one
 */
public record RepWish(String team, String rep, String because, SortedSet<String> skills, SortedSet<String> prefers) {

    /** By name, or whoever of the team takes his turn. */
    public static RepWish of(String team, String rep, String because) {
        return new RepWish(team, rep, because, new TreeSet<>(), new TreeSet<>());
    }

    /** Where a tree leads: what the lead's attributes say stands for skills and preferences too. */
    public static RepWish of(RoutingTree.Choice choice, DerivedFacts facts) {
        Target to = choice.target();
        SortedSet<String> skills = new TreeSet<>(to.skills());
        to.skillsFrom().forEach(attribute -> skills.addAll(facts.words(attribute)));
        SortedSet<String> prefers = new TreeSet<>();
        to.prefers().forEach(attribute -> prefers.addAll(facts.words(attribute)));
        String because = to.rep() == null ? null : choice.byTerritory() ? "territory-owner" : "specialist";
        return new RepWish(to.team(), to.rep(), because, skills, prefers);
    }
}

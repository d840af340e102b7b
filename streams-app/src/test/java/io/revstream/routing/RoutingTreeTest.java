package io.revstream.routing;

import io.revstream.events.BranchTried;
import io.revstream.policy.Condition;
import io.revstream.policy.DerivedFacts;
import io.revstream.policy.Policy;
import io.revstream.policy.RoutingRules.Branch;
import io.revstream.policy.RoutingRules.Target;
import io.revstream.policy.RoutingRules.Target.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RoutingTreeTest {

    private static final AccountStanding NOTHING_KNOWN = new AccountStanding(false, false, false);

    private static final List<Branch> TREE = List.of(
            new Branch("named-account", Set.of("named"), List.of(), new Target(Kind.ACCOUNT_OWNER, null)),
            new Branch("account-choice", Set.of("chosen"), List.of(), new Target(Kind.ACCOUNT_CHOICE, null)),
            new Branch(
                    "enterprise",
                    Set.of(),
                    List.of(new Condition("employees", 1001L, null, null, null)),
                    team("enterprise")),
            new Branch("west", Set.of(), List.of(in("region", "us-ca", "us-wa")), team("west")),
            new Branch(
                    "international",
                    Set.of(),
                    List.of(new Condition("country", null, null, null, Set.of("us"))),
                    team("international")),
            new Branch("default", Set.of(), List.of(), team("inside-sales")));

    @Test
    @Tag("RTE-02")
    void branches_are_tried_in_order_and_the_first_that_holds_decides() {
        DerivedFacts large = facts(Map.of("employees", "5000", "region", "us-ca", "country", "us"));
        assertThat(RoutingTree.choose(TREE, large, NOTHING_KNOWN).branch()).isEqualTo("enterprise");
        assertThat(RoutingTree.choose(TREE, large, new AccountStanding(true, true, true))
                        .branch())
                .isEqualTo("named-account");
        assertThat(RoutingTree.choose(TREE, large, new AccountStanding(false, false, true))
                        .branch())
                .isEqualTo("account-choice");
        DerivedFacts small = facts(Map.of("employees", "1000", "region", "us-ca", "country", "us"));
        assertThat(RoutingTree.choose(TREE, small, NOTHING_KNOWN).target()).isEqualTo(team("west"));
        assertThat(RoutingTree.choose(TREE, facts(Map.of("country", "gb")), NOTHING_KNOWN)
                        .branch())
                .isEqualTo("international");
        assertThat(RoutingTree.choose(TREE, facts(Map.of()), NOTHING_KNOWN).branch())
                .isEqualTo("default");
    }

    @Test
    void every_branch_tried_says_why_with_the_facts_that_decided() {
        DerivedFacts facts = facts(Map.of("employees", "80", "region", "us-vt", "country", "us"));
        List<BranchTried> tried = RoutingTree.choose(TREE, facts, NOTHING_KNOWN).tried();
        assertThat(tried)
                .extracting(BranchTried::getBecause)
                .containsExactly(
                        "account is not named",
                        "account is not chosen",
                        "employees is 80, but asked is at least 1001",
                        "region is us-vt, but asked is one of us-ca us-wa",
                        "country is us, but asked is none of us",
                        "always holds");
        assertThat(tried).extracting(BranchTried::getTaken).containsExactly(false, false, false, false, false, true);
        assertThat(RoutingTree.choose(TREE, facts(Map.of("region", "US-CA")), NOTHING_KNOWN)
                        .tried())
                .extracting(BranchTried::getBecause)
                .endsWith("employees is not known, but asked is at least 1001", "region is us-ca: one of us-ca us-wa");
    }

    @Test
    void a_named_account_whose_owner_is_not_known_goes_on_to_the_next_branch() {
        RoutingTree.Choice choice = RoutingTree.choose(TREE, facts(Map.of()), new AccountStanding(true, false, false));
        assertThat(choice.branch()).isEqualTo("default");
        assertThat(choice.tried().get(0).getBecause()).isEqualTo("no owner of the account is known");
    }

    @Test
    void a_tree_without_a_fallback_is_refused() {
        List<Branch> open = List.of(new Branch("west", Set.of(), List.of(in("region", "us-ca")), team("west")));
        assertThatThrownBy(() -> RoutingTree.choose(open, facts(Map.of()), NOTHING_KNOWN))
                .hasMessageStartingWith("Expected a last branch that always holds (RTE-14)");
    }

    @Test
    void a_request_carries_the_attributes_that_the_tree_asks_for_and_no_others() {
        Policy policy = RoutingPolicy.of("""
                likelyValue:
                  - {employees: {from: 501}, industry: [banking], value: 60000}
                territories:
                  - {territory: west, when: {attribute: region, in: [US-CA]}, to: {team: east, prefers: [country]}}
                routing:
                  tree:
                    - {branch: valuable, if: 'likelyValue > 50000 || tier == 1 || customer', to: {team: east, skillsFrom: [language]}}
                    - {branch: own, when: {account: [named]}, to: account-owner}
                    - {branch: by-territory, when: {attribute: score, from: 50}, to: territory}
                    - {branch: default, to: {team: east}}
                  meeting:
                    on: [MEETING_BOOKED]
                    tree:
                      - {branch: founder, when: {attribute: titleLevel, in: [c-suite]}, to: {team: east}}
                      - {branch: default, to: {team: east}}
                """);
        RequestFacts known = new RequestFacts(Map.of("employees", "80", "country", "us,ca", "title", "ceo"));

        assertThat(RequestFacts.askedBy(policy))
                .containsExactly("country", "employees", "industry", "language", "region", "titleLevel");
        assertThat(RequestFacts.of(policy, known).attributes())
                .isEqualTo(Map.of("employees", "80", "country", "ca,us"));
    }

    @Test
    void words_and_numbers_come_out_of_the_text_that_carries_them() {
        RequestFacts facts =
                new RequestFacts(Map.of("technologies", "HubSpot, a\\,b ,", "score", "72.50", "industry", "software"));
        assertThat(facts.words("technologies")).containsExactly("a,b", "hubspot");
        assertThat(facts.number("score")).isEqualTo(72);
        assertThat(facts.number("industry")).isNull();
        assertThat(facts.words("unknown")).isEmpty();
        assertThat(facts.with("tier", 1).number("tier")).isEqualTo(1);
        assertThat(facts.with("tier", null)).isEqualTo(facts);
    }

    private static Target team(String team) {
        return new Target(Kind.TEAM, team);
    }

    private static Condition in(String attribute, String... words) {
        return new Condition(attribute, null, null, Set.of(words), null);
    }

    private static DerivedFacts facts(Map<String, String> attributes) {
        return RoutingPolicy.facts(attributes);
    }
}

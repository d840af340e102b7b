package io.revstream.routing;

import io.revstream.policy.DerivedFacts;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables of territories (domain 4.3 to 4.5), row by row, as policies. */
class RoutingTablesTest {

    private static final AccountStanding NOTHING_KNOWN = new AccountStanding(false, false, false);

    private static final Policy GEOGRAPHY = Presets.policy("mid-market");

    private static final Policy SIZE = RoutingPolicy.of("""
            territories:
              - {territory: smb, when: {attribute: employees, from: 1, to: 50}, to: {team: inside-sales}}
              - {territory: mid-market, when: {attribute: employees, from: 51, to: 500}, to: {team: mid-market}}
              - {territory: enterprise, when: {attribute: employees, from: 501, to: 5000}, to: {team: enterprise}}
              - {territory: strategic, when: {attribute: employees, from: 5001}, to: {team: strategic}}
            routing:
              tree:
                - {branch: segment, to: territory}
                - {branch: default, to: {team: pool}}
              teams:
                inside-sales: {name: Inside sales, zone: America/New_York}
                mid-market: {name: Mid-market AEs, zone: America/New_York}
                enterprise: {name: Enterprise AEs, zone: America/New_York}
                strategic: {name: Strategic account team, zone: America/New_York}
                pool: {name: General pool, zone: America/New_York}
              rotation: {method: even, capacity: 25, countResets: monthly, calendar: office}

            """);

    private static final Policy INDUSTRY = RoutingPolicy.of("""
            territories:
              - {territory: tech, when: {attribute: industry, in: [saas, it-services, hardware]}, to: {team: verticals, rep: tech-rep}}
              - {territory: financial, when: {attribute: industry, in: [banking, insurance, fintech]}, to: {team: verticals, rep: financial-rep}}
              - {territory: healthcare, when: {attribute: industry, in: [hospitals, pharma, healthtech]}, to: {team: verticals, rep: healthcare-rep}}
            routing:
              tree:
                - {branch: vertical, to: territory}
                - {branch: general, to: {team: pool}}
              teams:
                verticals: {name: Verticals, zone: America/New_York}
                pool: {name: General pool, zone: America/New_York}
              rotation: {method: even, capacity: 25, countResets: monthly, calendar: office}

            """);

    @Test
    @Tag("RTE-17")
    void twenty_four_states_have_a_territory_and_the_others_fall_through() {
        Map<String, String> teams = new HashMap<>();
        List.of("CA WA OR NV AZ UT CO HI".split(" ")).forEach(state -> teams.put(state, "west"));
        List.of("TX IL MN MO OH MI WI IN".split(" ")).forEach(state -> teams.put(state, "central"));
        List.of("NY MA PA NJ CT VA FL GA".split(" ")).forEach(state -> teams.put(state, "east"));
        List<String> others =
                List.of("AL AK AR DE ID IA KS KY LA ME MD MS MT NE NH NM NC ND OK RI SC SD TN VT WV WY DC".split(" "));
        assertThat(teams).hasSize(24).doesNotContainKeys(others.toArray(String[]::new));
        assertThat(others).doesNotHaveDuplicates().hasSize(27);

        teams.forEach((state, team) -> assertThat(choice(GEOGRAPHY, Map.of("country", "US", "region", "US-" + state)))
                .extracting(
                        RoutingTree.Choice::branch, choice -> choice.target().team())
                .containsExactly("territory", team));
        others.forEach(state -> assertThat(choice(GEOGRAPHY, Map.of("country", "US", "region", "US-" + state)))
                .extracting(
                        RoutingTree.Choice::branch, choice -> choice.target().team())
                .containsExactly("default", "inside-sales"));
        for (String country : List.of("CA", "GB", "DE", "JP")) {
            assertThat(choice(GEOGRAPHY, Map.of("country", country)).target().team())
                    .isEqualTo("international");
        }
        assertThat(choice(GEOGRAPHY, Map.of()).branch()).isEqualTo("default");
    }

    @ParameterizedTest
    @Tag("RTE-18")
    @CsvSource({
        "1, smb, inside-sales",
        "50, smb, inside-sales",
        "51, mid-market, mid-market",
        "500, mid-market, mid-market",
        "501, enterprise, enterprise",
        "5000, enterprise, enterprise",
        "5001, strategic, strategic",
        "100000, strategic, strategic",
        ", , pool"
    })
    void company_size_leads_to_four_teams(String employees, String segment, String team) {
        Map<String, String> known = employees == null ? Map.of() : Map.of("employees", employees);
        RoutingTree.Choice choice = choice(SIZE, known);

        assertThat(choice.target().team()).isEqualTo(team);
        assertThat(DerivedFacts.of(new RequestFacts(known), SIZE).words("territory"))
                .isEqualTo(segment == null ? java.util.Set.of() : java.util.Set.of(segment));
    }

    @ParameterizedTest
    @Tag("RTE-19")
    @CsvSource({
        "SaaS, vertical, verticals, tech-rep",
        "IT-services, vertical, verticals, tech-rep",
        "hardware, vertical, verticals, tech-rep",
        "banking, vertical, verticals, financial-rep",
        "insurance, vertical, verticals, financial-rep",
        "fintech, vertical, verticals, financial-rep",
        "hospitals, vertical, verticals, healthcare-rep",
        "pharma, vertical, verticals, healthcare-rep",
        "healthtech, vertical, verticals, healthcare-rep",
        "retail, general, pool,",
        "education, general, pool,",
        ", general, pool,"
    })
    void verticals_have_specialists_and_all_others_the_general_pool(
            String industry, String branch, String team, String rep) {
        RoutingTree.Choice choice = choice(INDUSTRY, industry == null ? Map.of() : Map.of("industry", industry));

        assertThat(choice.branch()).isEqualTo(branch);
        assertThat(choice.target().team()).isEqualTo(team);
        assertThat(RepWish.of(choice, DerivedFacts.of(new RequestFacts(Map.of()), INDUSTRY))
                        .rep())
                .isEqualTo(rep);
    }

    @Test
    void skills_and_preferences_are_those_of_the_branch_and_of_what_is_known_of_the_lead() {
        Policy policy = RoutingPolicy.of("""
                routing:
                  tree:
                    - {branch: large, when: {attribute: employees, from: 501}, to: {team: east, skills: [Senior], skillsFrom: [language, product], prefers: [region, country]}}
                    - {branch: default, to: {team: east, skills: [junior]}}
                """);
        Map<String, String> known = Map.of("employees", "501", "language", "DE", "region", "DE-BY", "country", "DE");
        RepWish wish = RepWish.of(choice(policy, known), DerivedFacts.of(new RequestFacts(known), policy));

        assertThat(wish.rep()).isNull();
        assertThat(wish.skills()).containsExactly("de", "senior");
        assertThat(wish.prefers()).containsExactly("de", "de-by");
        assertThat(RepWish.of(choice(policy, Map.of()), DerivedFacts.of(new RequestFacts(Map.of()), policy))
                        .skills())
                .containsExactly("junior");
    }

    private static RoutingTree.Choice choice(Policy policy, Map<String, String> known) {
        return RoutingTree.choose(
                policy.routing().tree(), DerivedFacts.of(new RequestFacts(known), policy), NOTHING_KNOWN);
    }
}

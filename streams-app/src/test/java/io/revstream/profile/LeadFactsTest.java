package io.revstream.profile;

import io.revstream.events.LeadAttributes;
import io.revstream.policy.Facts;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.state.Occurrence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LeadFactsTest {

    private static final Policy POLICY = withCompetitor(Presets.policy("mid-market"), "rival.com");
    private static final Occurrence CAPTURED = new Occurrence(Instant.parse("2026-11-02T09:00:00Z"), "captured");

    @Test
    void an_address_tells_its_kind() {
        assertThat(emailKind("ada@acme.com")).containsExactly("business");
        assertThat(emailKind("Ada@Gmail.com")).containsExactly("personal");
        assertThat(emailKind("ada@mit.edu")).containsExactly("student");
        assertThat(emailKind("ada@unsw.edu.au")).containsExactly("student");
        assertThat(emailKind("ada@rival.com")).containsExactly("competitor");
        assertThat(emailKind("nobody")).isEmpty();
    }

    @Test
    void a_title_belongs_to_the_first_level_of_which_it_holds_a_whole_word() {
        assertThat(titleLevel("CEO & Founder")).containsExactly("c-suite");
        assertThat(titleLevel("Senior Vice President, Sales")).containsExactly("vp");
        assertThat(titleLevel("SVP Sales")).containsExactly("vp");
        assertThat(titleLevel("Head of Growth")).containsExactly("director");
        assertThat(titleLevel("Marketing Manager")).containsExactly("manager");
        assertThat(titleLevel("Marketing Intern")).containsExactly("student");
        assertThat(titleLevel("International Sales")).isEmpty();
        assertThat(titleLevel("Engineer")).isEmpty();
    }

    @Test
    void words_come_in_lower_case_and_numbers_only_from_numbers() {
        LeadFacts facts = facts(LeadAttributes.newBuilder()
                .setCountry("US")
                .setEmployees(200)
                .setRevenue(5_000_000L)
                .setTechnologies(List.of("HubSpot", "Jira"))
                .setMore(Map.of("seats", "-12", "grade", "A1", "big", "99999999999999999999"))
                .build());

        assertThat(facts.words("country")).containsExactly("us");
        assertThat(facts.words("technologies")).containsExactlyInAnyOrder("hubspot", "jira");
        assertThat(facts.number("employees")).isEqualTo(200);
        assertThat(facts.number("revenue")).isEqualTo(5_000_000);
        assertThat(facts.number("seats")).isEqualTo(-12);
        assertThat(facts.number("grade")).isNull();
        assertThat(facts.number("big")).isNull();
        assertThat(facts.number("unknown")).isNull();
        assertThat(facts.words("unknown")).isEmpty();
    }

    @Test
    void what_the_policy_derives_was_told_by_the_event_that_stated_it() {
        LeadFacts facts =
                facts(LeadAttributes.newBuilder().setEmail("ada@acme.com").build());

        assertThat(facts.toldBy("emailKind")).isEqualTo(CAPTURED);
        assertThat(facts.toldBy("titleLevel")).isNull();
        assertThat(facts.has("emailDomain")).isTrue();
        assertThat(facts.has("titleLevel")).isFalse();
    }

    private static Set<String> emailKind(String email) {
        return facts(LeadAttributes.newBuilder().setEmail(email).build()).words("emailKind");
    }

    private static Set<String> titleLevel(String title) {
        return facts(LeadAttributes.newBuilder().setTitle(title).build()).words("titleLevel");
    }

    private static LeadFacts facts(LeadAttributes attributes) {
        return new LeadFacts(LeadProfile.EMPTY.with(attributes, CAPTURED), POLICY, Facts.NONE);
    }

    private static Policy withCompetitor(Policy policy, String domain) {
        return new Policy(
                policy.name(),
                policy.version(),
                policy.summary(),
                policy.profile(),
                Map.of(
                        "freeMailDomains", policy.list("freeMailDomains"),
                        "competitorDomains", Set.of(domain)),
                policy.titles(),
                policy.calendars(),
                policy.ports(),
                policy.lifecycle(),
                policy.scoring(),
                policy.nonHuman(),
                policy.activityKinds(),
                policy.mql(),
                policy.rejection(),
                policy.accounts(),
                policy.likelyValue(),
                policy.routing(),
                policy.sla(),
                policy.speedToLead(),
                policy.pipeline(),
                policy.calibration(),
                policy.fields(),
                policy.benchmarks());
    }
}

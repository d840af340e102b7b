package io.revstream.policy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LifecycleVariantsTest {

    @ParameterizedTest(name = "{0}")
    @Tag("LIF-01")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            LC-7   | Subscriber, Lead, MQL, SQL, Opportunity, Customer, Evangelist | customer: Customer
            LC-8   | Subscriber, Lead, MQL, SAL, SQL, Opportunity, Customer, Evangelist | customer: Customer, accepted: SAL
            LC-SAL | Visitor, Lead, MQL, SAL, SQL, Opportunity, Closed Won | customer: Closed Won, accepted: SAL
            LC-R   | Subscriber, Lead, MQL, SQL, Opportunity, Customer, Evangelist | customer: Customer, recycledStage: Recycled, archivedStage: Archived
            LC-F   | Lead, MQL, SQL, Order, 12-month retention | customer: Order
            LC-X   | Lead, MQL, SQL, Opportunity, Closed Won, Invoicing, Onboarding, Adoption, Renewal, Expansion | customer: Closed Won
            """)
    void every_stage_list_loads_by_configuration_alone(String key, String stages, String keys) {
        Policy policy = PolicyReader.read(key, lifecycle(stages, keys)).orThrow();

        assertThat(policy.lifecycle().names()).containsExactly(stages.split(", "));
        assertThat(policy.lifecycle().rank("MQL"))
                .isEqualTo(List.of(stages.split(", ")).indexOf("MQL"));
    }

    @Test
    @Tag("LIF-01")
    void names_of_stages_that_do_not_exist_are_rejected_wherever_they_stand() {
        assertThat(SmallPolicy.problems(SmallPolicy.with("promoted: SAL", "promoted: MQL")))
                .singleElement()
                .asString()
                .contains("error: Expected the name of a stage");
        assertThat(SmallPolicy.problems(SmallPolicy.with("customer: Custom", "customer: Customer")))
                .isNotEmpty();
        assertThat(SmallPolicy.problems(SmallPolicy.with("openStages: [Led]", "openStages: [Lead]")))
                .isNotEmpty();
        assertThat(SmallPolicy.problems(SmallPolicy.with("starts: {stage: Sql}", "starts: promotion")))
                .isNotEmpty();
    }

    @Test
    @Tag("SLA-37")
    void a_handoff_without_a_clock_of_the_policy_is_rejected() {
        assertThat(SmallPolicy.problems(handoff("clock: contact"))).isEmpty();
        assertThat(SmallPolicy.problems(handoff("clock: contract")))
                .singleElement()
                .asString()
                .contains("error: Expected the name of a clock");
        assertThat(SmallPolicy.problems(handoff("from: success")))
                .singleElement()
                .asString()
                .contains("error: Expected an SLA clock of the handoff, but there is none");
    }

    private static String handoff(String more) {
        String handoff = "{handoff: to-partners, to: partners, passes: [email], " + more + "}";
        return SmallPolicy.with("entry: {has: [advocacy]}, handoff: " + handoff, "entry: {has: [advocacy]}");
    }

    /** The short policy with other stages, of which only the first has a gate. */
    private static String lifecycle(String stages, String keys) {
        String all = "{stage: Lead, entry: {has: [email]}}";
        String yaml = SmallPolicy.YAML;
        int from = yaml.indexOf("lifecycle:");
        return yaml.substring(0, from)
                + "lifecycle: {promoted: MQL, " + keys + ", stages: [" + stages.replaceFirst("\\bLead\\b", all) + "]}\n"
                + yaml.substring(yaml.indexOf("scoring:"));
    }
}

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
            LC-7   | Subscriber, Lead, MQL, SQL, Opportunity, Customer, Evangelist | promoted: MQL, accepted: SQL, dealOpened: Opportunity, dealWon: Customer
            LC-8   | Subscriber, Lead, MQL, SAL, SQL, Opportunity, Customer, Evangelist | promoted: MQL, accepted: SAL, dealOpened: Opportunity, dealWon: Customer
            LC-SAL | Visitor, Lead, MQL, SAL, SQL, Opportunity, Closed Won | promoted: MQL, accepted: SAL, dealOpened: Opportunity, dealWon: Closed Won
            LC-R   | Subscriber, Lead, MQL, SQL, Opportunity, Customer, Evangelist, Recycled, Archived | promoted: MQL, accepted: SQL, dealOpened: Opportunity, dealWon: Customer
            LC-F   | Lead, MQL, SQL, Order, 12-month retention | promoted: MQL, accepted: SQL, dealWon: Order
            LC-X   | Lead, MQL, SQL, Opportunity, Closed Won, Invoicing, Onboarding, Adoption, Renewal, Expansion | promoted: MQL, accepted: SQL, dealOpened: Opportunity, dealWon: Closed Won
            """)
    void every_stage_list_loads_by_configuration_alone(String key, String stages, String moves) {
        Policy policy = PolicyReader.read(key, lifecycle(stages, moves)).orThrow();

        assertThat(policy.lifecycle().stages()).containsExactly(stages.split(", "));
        assertThat(policy.lifecycle().rank("MQL"))
                .isEqualTo(List.of(stages.split(", ")).indexOf("MQL"));
    }

    @Test
    @Tag("LIF-01")
    void names_of_stages_that_do_not_exist_are_rejected_wherever_they_stand() {
        assertThat(SmallPolicy.problems(lifecycle("Lead, MQL, SQL, Customer, Evangelist", "promoted: SAL")))
                .hasSize(1);
        assertThat(SmallPolicy.problems(SmallPolicy.with("openStages: [Led]", "openStages: [Lead]")))
                .isNotEmpty();
        assertThat(SmallPolicy.problems(SmallPolicy.with("    Prospect: {has", "    Lead: {has")))
                .isNotEmpty();
    }

    private static String lifecycle(String stages, String moves) {
        return SmallPolicy.with("stages: [" + stages + "]", "stages: [Lead, MQL, SQL, Customer, Evangelist]")
                .replace("moves: {promoted: MQL, accepted: SQL, dealWon: Customer}", "moves: {" + moves + "}");
    }
}

package io.revstream.policy;

import io.revstream.policy.TargetAccounts.Target;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TargetAccountsTest {

    private static final String ACME =
            "{account: acme, name: Acme Inc, domains: [acme.example, Acme.TEST], tier: 1, owner: walt, team: west}";

    @Tag("ACC-01")
    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "49, true", "50, false", "500, false", "501, true"})
    void aListOutsideOfFiftyToFiveHundredIsWarnedOf(int number, boolean warned) {
        String targets = IntStream.range(0, number)
                .mapToObj(i -> "{account: a%d, domains: [a%d.example], owner: walt, team: west}".formatted(i, i))
                .collect(Collectors.joining(", "));
        PolicyReading reading = PolicyReader.read("p", small("targets: [" + targets + "]"));

        assertThat(reading.policy()).isNotNull();
        assertThat(reading.policy().accounts().targets().byAccount()).hasSize(number);
        assertThat(reading.problems())
                .hasSize(warned ? 1 : 0)
                .allSatisfy(problem -> assertThat(problem.message())
                        .isEqualTo(
                                "Expected 50 to 500 target accounts (accounts.targetsExpected), but found " + number));
    }

    @Tag("ACC-01")
    @Test
    void theRangeIsPolicy() {
        assertThat(PolicyReader.read("p", small("targetsExpected: {from: 1, to: 2}, targets: [" + ACME + "]"))
                        .problems())
                .isEmpty();
    }

    @Tag("ACC-02")
    @Test
    void eachTargetAccountHasOneOwnerAndStandsOnceWithEachOfItsDomains() {
        String expected = "targetsExpected: {from: 1, to: 9}, targets: ";
        assertThat(PolicyReader.read("p", small(expected + "[" + ACME + "]")).problems())
                .isEmpty();
        assertThat(problem(expected + "[{account: acme, domains: [], team: west}]"))
                .contains("Expected the key \"owner\"");
        assertThat(problem(expected + "[{account: acme, domains: [], owner: [walt, wanda], team: west}]"))
                .contains("Expected");
        assertThat(problem(expected + "[" + ACME + ", {account: acme, domains: [], owner: wanda, team: west}]"))
                .isEqualTo("Expected each target account once, but \"acme\" stands there again");
        assertThat(problem(
                        expected + "[" + ACME + ", {account: b, domains: [acme.example], owner: wanda, team: west}]"))
                .isEqualTo("Expected each domain of a target account once, but \"acme.example\" stands there again");
    }

    @Test
    void aTargetIsFoundByItsIdByADomainAndByTheDomainsOfAnAccount() {
        TargetAccounts targets = PolicyReader.read(
                        "p", small("targetsExpected: {from: 1, to: 9}, targets: [" + ACME + "]"))
                .orThrow()
                .accounts()
                .targets();
        Target acme = new Target("acme", "Acme Inc", Set.of("acme.example", "acme.test"), 1, "walt", "west");

        assertThat(targets.ofDomain("acme.test")).isEqualTo(acme);
        assertThat(targets.ofDomain("acme")).isNull();
        assertThat(targets.of("acme", List.of())).isEqualTo(acme);
        assertThat(targets.of("acme.example", List.of())).isEqualTo(acme);
        assertThat(targets.of("001A", List.of("other.example", "acme.test"))).isEqualTo(acme);
        assertThat(targets.of("001A", List.of("other.example"))).isNull();
    }

    private static String problem(String accounts) {
        PolicyReading reading = PolicyReader.read("p", small(accounts));
        assertThat(reading.policy()).isNull();
        assertThat(reading.problems()).isNotEmpty();
        return reading.problems().get(0).message();
    }

    private static String small(String accounts) {
        return SmallPolicy.with("accounts: {" + accounts + "}\nrejection:\n", "rejection:\n");
    }
}

package io.revstream.app.cli;

import io.revstream.policy.Benchmark;
import io.revstream.policy.CalibrationRules.Cadence;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyChanges;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.Presets;
import io.revstream.policy.Profile;
import io.revstream.policy.Profile.ContractValue;
import io.revstream.policy.SlaRules.Clock;
import io.revstream.policy.SlaRules.Says;
import io.revstream.policy.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("GEN-05")
class PolicyInitCommandTest {

    @TempDir
    private Path folder;

    @Test
    void everyInputOfTheProfileIsKept() throws IOException {
        Path file = folder.resolve("acme.yaml");

        Commands run = Commands.run(
                "policy",
                "init",
                file.toString(),
                "--name",
                "acme",
                "--motion",
                "hybrid",
                "--acv",
                "5000-25000",
                "--cycle",
                "60d",
                "--crm",
                "hubspot",
                "--marketing-automation",
                "mailchimp",
                "--scheduling",
                "calendly",
                "--enrichment",
                "none",
                "--leads-per-month",
                "800",
                "--mql",
                "score: it's at least 65",
                "--sticks-at",
                "MQL to SQL",
                "--sticks-at",
                "SQL to deal",
                "--sla-hours",
                "4",
                "--goal",
                "lift-conversion");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("preset mid-market, model M-MID, threshold 65, calibrated quarterly")
                .contains("because hybrid, contracts of 5000 to 25000 USD")
                .doesNotContain("not stated");
        Policy policy = PolicyReader.read("acme.yaml", Files.readString(file)).orThrow();
        assertThat(policy.name()).isEqualTo("acme");
        assertThat(policy.version()).isEqualTo("acme-1");
        assertThat(policy.calibration().cadence()).isEqualTo(Cadence.QUARTERLY);
        Profile profile = policy.profile();
        assertThat(profile.gaps()).isEmpty();
        assertThat(profile.motion()).isEqualTo("hybrid");
        assertThat(profile.contractValue()).isEqualTo(new ContractValue(5000, 25000, "USD"));
        assertThat(profile.cycle().elapsed()).isEqualTo(Duration.ofDays(60));
        assertThat(profile.stack())
                .isEqualTo(Map.of(
                        "crm", "hubspot",
                        "marketingAutomation", "mailchimp",
                        "scheduling", "calendly",
                        "enrichment", "none"));
        assertThat(profile.leadsPerMonth()).isEqualTo(800);
        assertThat(profile.mqlDefinition()).isEqualTo("score: it's at least 65");
        assertThat(profile.stickingPoints()).isEqualTo(List.of("MQL to SQL", "SQL to deal"));
        assertThat(profile.slaHours()).isEqualTo(4);
        assertThat(profile.goal()).isEqualTo("lift conversion");
    }

    @ParameterizedTest
    @CsvSource({"mid-market, hybrid, 12000", "product-led, product-led, 1200", "enterprise, sales-led, 90000"})
    void theOtherInputsSelectPortsRulesTargetWindowAndVolume(String preset, String motion, String value)
            throws IOException {
        Path file = folder.resolve("acme.yaml");

        Commands run = Commands.run(
                "policy",
                "init",
                file.toString(),
                "--motion",
                motion,
                "--acv",
                value,
                "--cycle",
                "9mo",
                "--scheduling",
                "none",
                "--leads-per-month",
                "1000",
                "--mql",
                "MR-2",
                "--sticks-at",
                "MQL to SQL",
                "--sla-hours",
                "2");

        assertThat(run.exitCode()).as(run.err()).isZero();
        Policy policy = PolicyReader.read("acme.yaml", Files.readString(file)).orThrow();
        Policy usual = Presets.policy(preset);
        assertThat(policy.ports().isOn("scheduling")).isFalse();
        assertThat(policy.ports().isOn("enrichment")).isTrue();
        assertThat(policy.mql().rules())
                .extracting(rule -> rule.rule())
                .containsExactly("threshold", "demo-request", "pricing-and-form", "pricing-again");
        Clock contact = policy.sla().clock("first-contact");
        Clock before = usual.sla().clock("first-contact");
        assertThat(contact.target()).isEqualTo(new Span(2, before.target().unit()));
        long later = 2 - before.target().amount();
        assertThat(contact.chain().stream().filter(step -> step.says() == Says.BREACHED))
                .extracting(step -> step.at().amount())
                .containsExactlyElementsOf(before.chain().stream()
                        .filter(step -> step.says() == Says.BREACHED)
                        .map(step -> step.at().amount() + later)
                        .toList());
        assertThat(policy.calibration().window().from().elapsed()).isEqualTo(Duration.ofDays(270));
        assertThat(policy.calibration().window().to().elapsed()).isEqualTo(Duration.ofDays(360));
        Benchmark mqls = usual.benchmarks().get(0);
        assertThat(policy.calibration().mqlPerMonth().from()).isEqualTo(10L * mqls.least());
        assertThat(policy.calibration().mqlPerMonth().to()).isEqualTo(10L * mqls.most());
        Commands.run("policy", "export", file.toString(), "--to", folder.toString());
        assertThat(Files.readString(folder.resolve("5-dashboard.md"))).contains("known to stick at **MQL to SQL**");
    }

    @Test
    void aMissingInputDoesNotBlockAndTheGapIsTold() throws IOException {
        Path file = folder.resolve("company.yaml");

        Commands run = Commands.run("policy", "init", file.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("preset mid-market")
                .contains("not stated, so defaults apply: motion, contractValue, cycle, stack, leadsPerMonth,"
                        + " mqlDefinition, stickingPoints, slaHours, goal");
        assertThat(PolicyReader.read("company.yaml", Files.readString(file))
                        .orThrow()
                        .version())
                .isEqualTo("company-1");
        assertThat(Commands.run("policy", "lint", file.toString()).out())
                .contains("company.yaml: info: The profile does not state motion, contractValue,", "0 errors");
    }

    @ParameterizedTest
    @CsvSource({
        "product-led, 1200, product-led, M-PLG, 60, monthly",
        "hybrid, 12000, mid-market, M-MID, 65, quarterly",
        "sales-led, 90000, enterprise, M-ENT, 75, quarterly"
    })
    void everyPresetIsWrittenForThoseWhomItSuits(
            String motion, String value, String preset, String model, int threshold, String cadence)
            throws IOException {
        Path file = folder.resolve("company.yaml");

        Commands run = Commands.run("policy", "init", file.toString(), "--motion", motion, "--acv", value);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("preset " + preset + ", model " + model + ", threshold " + threshold + ", calibrated "
                        + cadence);
        Policy policy =
                PolicyReader.read("company.yaml", Files.readString(file)).orThrow();
        assertThat(policy.scoring().models()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo(model);
            assertThat(one.threshold()).isEqualTo(threshold);
        });
        assertThat(policy.routing()).isEqualTo(Presets.policy(preset).routing());
    }

    @Test
    void contractsBetweenTheModelsTakeAFallbackThatThePolicyNames() throws IOException {
        Path file = folder.resolve("company.yaml");

        Commands run = Commands.run("policy", "init", file.toString(), "--acv", "30000");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("no model is made for contracts of 30000 USD, so the fallback applies");
        assertThat(PolicyReader.read("company.yaml", Files.readString(file))
                        .orThrow()
                        .profile()
                        .fallbackModel())
                .isEqualTo("M-MID");
    }

    @Test
    void everythingElseOfThePresetIsKept() throws IOException {
        Path file = folder.resolve("company.yaml");
        Commands.run("policy", "init", file.toString(), "--acv", "12000");

        assertThat(PolicyChanges.between(Presets.text("mid-market"), Files.readString(file)))
                .extracting(change -> change.path().get(0))
                .isSubsetOf("policy", "profile", "calibration")
                .contains("policy", "profile");
    }

    @Test
    void aFileIsNeverWrittenOver() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "policy: mine\n");

        Commands run = Commands.run("policy", "init", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("mine.yaml: Expected no such file yet, but there is one");
        assertThat(file).hasContent("policy: mine\n");
    }

    @Test
    void wrongInputIsRefused() {
        assertThat(Commands.run("policy", "init", "-", "--acv", "lots").err())
                .contains("Expected an amount such as 12000 or 5000-25000 for --acv, but found lots");
        assertThat(Commands.run("policy", "init", "-", "--acv", "9-5").exitCode())
                .isEqualTo(2);
        assertThat(Commands.run("policy", "init", "-", "--cycle", "long").exitCode())
                .isEqualTo(2);
        assertThat(Commands.run("policy", "init", "-", "--motion", "loud").exitCode())
                .isEqualTo(2);
        assertThat(Commands.run("policy", "init", "-", "--fallback", "tiny").exitCode())
                .isEqualTo(2);
    }
}

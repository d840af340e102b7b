package io.revstream.policy;

import io.revstream.document.Problem;
import io.revstream.policy.LifecycleRules.ClosedLost;
import io.revstream.policy.RoutingRules.Target;
import io.revstream.policy.SlaRules.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PolicyReaderTest {

    @Test
    void a_sound_document_becomes_a_policy_without_a_word() {
        assertThat(SmallPolicy.problems(SmallPolicy.YAML)).isEmpty();
        assertThat(PolicyReader.read("p", SmallPolicy.YAML).orThrow().version()).isEqualTo("small-1");
    }

    @Test
    void all_problems_come_at_once_and_in_the_order_of_their_places() {
        String yaml = SmallPolicy.with("threshold: high", "threshold: 60")
                .replace("to: {team: west}", "to: {team: wset}")
                .replace("zone: Europe/Berlin", "zone: Europe/Berln")
                .replace("currency: EUR", "coin: EUR");

        assertThat(PolicyReader.read("p", yaml).problems())
                .extracting(Problem::line)
                .containsExactly(13, 26, 50, 75, 76);
    }

    @Test
    @Tag("RTE-14")
    void a_policy_without_a_fallback_for_unmatched_leads_is_rejected() {
        String without = SmallPolicy.with("", "    - {branch: default, to: {team: east}}\n");
        String perhaps = SmallPolicy.with("to: account-owner", "to: {team: east}");

        assertThat(PolicyReader.read("p", without).policy()).isNull();
        assertThat(PolicyReader.read("p", perhaps).policy()).isNull();
        assertThatThrownBy(() -> PolicyReader.read("p.yaml", without).orThrow())
                .hasMessage("p.yaml:50:28: error: Expected no condition on the last branch, but found one:"
                        + " a lead that meets no condition would have no owner (RTE-14)");
    }

    @Test
    void warnings_alone_do_not_reject() {
        PolicyReading reading = PolicyReader.read("p", SmallPolicy.with("threshold: 81", "threshold: 60"));

        assertThat(reading.problems()).hasSize(1);
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.orThrow().scoring().models().get(0).threshold()).isEqualTo(81);
    }

    @Test
    void words_stay_words_that_other_yaml_readers_take_for_something_else() {
        String yaml = SmallPolicy.with("[NO, on, y, 010, 09:00, true, 1.50]", "[NO, SE]")
                .replace("version: small-1", "version: 1.10");
        Policy policy = PolicyReader.read("p", yaml).orThrow();

        assertThat(policy.list("countries")).containsExactly("no", "on", "y", "010", "09:00", "true", "1.50");
        assertThat(policy.version()).isEqualTo("1.10");
    }

    @Test
    void the_name_of_a_list_becomes_its_words_in_lower_case() {
        Policy policy = PolicyReader.read("p", SmallPolicy.YAML).orThrow();

        assertThat(policy.scoring().models().get(0).fit().get(1).condition().in())
                .containsExactly("no", "se");
    }

    @Test
    void what_is_left_out_takes_its_default() {
        Policy policy = PolicyReader.read("p", SmallPolicy.YAML).orThrow();

        assertThat(policy.summary()).isEmpty();
        assertThat(policy.lifecycle().accepted()).isNull();
        assertThat(policy.lifecycle().stage("MQL").owner()).isNull();
        assertThat(policy.lifecycle().archiveAfter()).isNull();
        assertThat(policy.lifecycle().closedLost()).isEqualTo(ClosedLost.KEEP);
        assertThat(policy.scoring().models().get(0).combination()).isEqualTo(ScoringModel.Combination.NORM);
        assertThat(policy.mql().manual()).isEmpty();
        assertThat(policy.mql().rules().get(0).needsFitFloor()).isFalse();
        assertThat(policy.rejection().anyReasonRecycles()).isFalse();
        assertThat(policy.rejection().recycling()).isNull();
        assertThat(policy.rejection().needsReason()).isTrue();
        assertThat(policy.rejection().engagementBaseline()).isZero();
        assertThat(policy.calendars().get("office").useOwnersZone()).isTrue();
    }

    @Test
    void branches_and_chains_keep_what_they_say() {
        Policy policy = PolicyReader.read("p", SmallPolicy.YAML).orThrow();
        var tree = policy.routing().tree();

        assertThat(tree.get(0).account()).containsExactly("named");
        assertThat(tree.get(0).to()).isEqualTo(new Target(Target.Kind.ACCOUNT_OWNER, null));
        assertThat(tree.get(1).when()).extracting(Condition::attribute).containsExactly("region", "employees");
        assertThat(tree.get(2).when()).isEmpty();
        assertThat(policy.sla().clock("contact").chain())
                .extracting(Step::at)
                .containsExactly(new Span(4, Span.Unit.BH), new Span(1, Span.Unit.BD), new Span(12, Span.Unit.BH));
        assertThat(policy.sla().clock("queue").stops().assigned()).isTrue();
    }

    @Test
    void a_document_that_is_no_policy_at_all_is_told_so() {
        assertThat(SmallPolicy.problems(""))
                .containsExactly("1:1: error: Expected a policy, but the document is empty");
        assertThat(SmallPolicy.problems("- a\n")).containsExactly("1:1: error: Expected a policy, but found a list");
        assertThat(SmallPolicy.problems("a: [".repeat(100))).hasSize(1);
        assertThat(SmallPolicy.problems("\u0007")).hasSize(1);
    }

    /** Whatever is damaged, there is an answer: a policy or its problems, and never an exception. */
    @Test
    void no_damage_to_a_document_confuses_the_reader() {
        long seed = 20261001;
        Random random = new Random(seed);
        List<String> scraps = List.of(
                "[]", "{}", "~", "-1", "x", "[a, {b: c}]", "{a: b}", "99999999999999999999", "1.5", "true", "\"\"");
        for (int round = 0; round < 2000; round++) {
            List<String> lines = new ArrayList<>(SmallPolicy.YAML.lines().toList());
            for (int damage = 0; damage <= random.nextInt(3); damage++) {
                int at = random.nextInt(lines.size());
                switch (random.nextInt(3)) {
                    case 0 -> lines.remove(at);
                    case 1 -> Collections.swap(lines, at, random.nextInt(lines.size()));
                    default -> {
                        String scrap = scraps.get(random.nextInt(scraps.size()));
                        lines.set(at, lines.get(at).replaceFirst(": [^:]*?(?=[,}\\]]|$)", ": " + scrap));
                    }
                }
            }
            String yaml = String.join("\n", lines);
            PolicyReading reading = PolicyReader.read("p", yaml);
            assertThat(reading.policy() == null)
                    .as("seed %d, round %d:%n%s", seed, round, yaml)
                    .isEqualTo(!reading.errors().isEmpty());
        }
    }
}

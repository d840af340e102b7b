package io.revstream.profile;

import io.revstream.events.LeadAttributes;
import io.revstream.policy.Policy;
import io.revstream.policy.Presets;
import io.revstream.state.Occurrence;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LeadProfileTest {

    private static final Policy POLICY = Presets.policy("mid-market");
    private static final Instant MONDAY_9AM = Instant.parse("2026-11-02T09:00:00Z");
    private static final Occurrence CAPTURED = new Occurrence(MONDAY_9AM, "captured");
    private static final Occurrence ENRICHED = new Occurrence(MONDAY_9AM.plusSeconds(2), "enriched");

    @Test
    void what_is_not_stated_stays_as_it_is_known() {
        LeadProfile profile = LeadProfile.EMPTY
                .with(stated().setName("Ada Lovelace").setEmail("ada@acme.com").build(), CAPTURED)
                .with(stated().setEmployees(200).build(), ENRICHED);

        assertThat(profile.text("name")).isEqualTo("Ada Lovelace");
        assertThat(profile.text("employees")).isEqualTo("200");
        assertThat(profile.toldBy("name")).isEqualTo(CAPTURED);
        assertThat(profile.toldBy("employees")).isEqualTo(ENRICHED);
    }

    @Test
    void an_empty_string_clears_and_an_older_statement_does_not_bring_it_back() {
        LeadProfile cleared = LeadProfile.EMPTY.with(stated().setTitle(" ").build(), ENRICHED);

        assertThat(cleared.with(stated().setTitle("CEO").build(), CAPTURED)).isSameAs(cleared);
        assertThat(cleared.text("title")).isNull();
    }

    @Test
    void a_further_attribute_does_not_pass_for_one_that_has_a_field() {
        LeadProfile profile = LeadProfile.EMPTY.with(
                stated().setEmail("ada@acme.com")
                        .setMore(Map.of("email", "eve@evil.com", "budget", "yes"))
                        .build(),
                CAPTURED);

        assertThat(profile.text("email")).isEqualTo("ada@acme.com");
        assertThat(profile.text("budget")).isEqualTo("yes");
    }

    @Test
    void statements_converge_in_any_order() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<Statement> statements = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                // Few instants, so that ties occur.
                Instant at = MONDAY_9AM.plusMillis(random.nextInt(4));
                statements.add(new Statement(anyAttributes(random), new Occurrence(at, "e" + i)));
            }
            LeadProfile inOrder = all(statements);
            Collections.shuffle(statements, random);
            LeadProfile shuffled = all(statements);

            assertThat(shuffled).as("seed %d", seed).isEqualTo(inOrder);
            assertThat(bytes(shuffled)).as("seed %d", seed).isEqualTo(bytes(inOrder));
            assertThat(LeadProfile.read(new StateReader(bytes(inOrder))))
                    .as("seed %d", seed)
                    .isEqualTo(inOrder);
        }
    }

    @Test
    void the_linked_account_goes_before_the_domain_of_the_address() {
        LeadProfile profile = LeadProfile.EMPTY.with(
                stated().setEmail("Ada@ACME.com").setAccountId("A-1").build(), CAPTURED);

        assertThat(profile.accountKey("L1", POLICY)).isEqualTo("A-1");
    }

    @Test
    void a_domain_is_an_account_unless_anybody_can_have_an_address_there() {
        assertThat(accountOf("Ada@ACME.com")).isEqualTo("acme.com");
        assertThat(accountOf("ada@gmail.com")).isEqualTo("lead:L1");
        assertThat(accountOf("no address")).isEqualTo("lead:L1");
        assertThat(accountOf("")).isEqualTo("lead:L1");
        assertThat(LeadProfile.EMPTY.accountKey("L1", POLICY)).isEqualTo("lead:L1");
    }

    private static String accountOf(String email) {
        return LeadProfile.EMPTY
                .with(stated().setEmail(email).build(), CAPTURED)
                .accountKey("L1", POLICY);
    }

    private record Statement(LeadAttributes attributes, Occurrence event) {}

    private static LeadAttributes anyAttributes(Random random) {
        LeadAttributes.Builder stated = stated();
        if (random.nextBoolean()) {
            stated.setTitle(random.nextInt(4) == 0 ? "" : "title " + random.nextInt(9));
        }
        if (random.nextBoolean()) {
            stated.setEmployees(random.nextInt(1000)).setTechnologies(List.of("t" + random.nextInt(3), "u"));
        }
        if (random.nextBoolean()) {
            stated.setMore(Map.of("budget", "" + random.nextInt(9), "k" + random.nextInt(3), "v"));
        }
        return stated.setPhoneValid(random.nextBoolean()).build();
    }

    private static LeadProfile all(List<Statement> statements) {
        LeadProfile profile = LeadProfile.EMPTY;
        for (Statement statement : statements) {
            profile = profile.with(statement.attributes(), statement.event());
        }
        return profile;
    }

    private static byte[] bytes(LeadProfile profile) {
        StateWriter out = new StateWriter();
        profile.write(out);
        return out.toBytes();
    }

    private static LeadAttributes.Builder stated() {
        return LeadAttributes.newBuilder();
    }
}

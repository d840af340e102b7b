package io.revstream.standalone.demo;

import io.revstream.events.AccountEvent;
import io.revstream.policy.Presets;
import io.revstream.stream.Catalogue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SeatingTest {

    private static final Instant MONDAY_9AM = Instant.parse("2026-06-08T13:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"product-led", "mid-market", "enterprise"})
    void everyTeamOfAPresetHasAtLeastTwoReps(String preset) {
        Set<String> teams = Presets.policy(preset).routing().teams().keySet();
        List<Happening> records = new Company(11, teams).records(MONDAY_9AM);

        for (String team : teams) {
            assertThat(records)
                    .filteredOn(one ->
                            one.topic().equals(Catalogue.REPS) && one.key().equals(team))
                    .as(team)
                    .hasSizeGreaterThanOrEqualTo(2);
        }
        assertThat(records)
                .filteredOn(one -> one.topic().equals(Catalogue.REPS))
                .extracting(Happening::key)
                .isSubsetOf(teams);
        assertThat(records)
                .extracting(Happening::event)
                .filteredOn(AccountEvent.class::isInstance)
                .extracting(event -> ((AccountEvent) event).getDetails().getOwnerTeamId())
                .filteredOn(team -> team != null)
                .isNotEmpty()
                .isSubsetOf(teams);
    }

    @Test
    void aDirectoryGoesOnWithThePolicyThatItBeganWith(@TempDir Path folder) {
        Path directory = folder.resolve("data");
        assertThat(Beginning.policy(directory, null)).isEqualTo("mid-market");
        assertThat(Beginning.policy(directory, "enterprise")).isEqualTo("enterprise");

        Beginning.of(directory, null, 7, "enterprise", () -> MONDAY_9AM);

        assertThat(Beginning.policy(directory, null)).isEqualTo("enterprise");
        assertThatThrownBy(() -> Beginning.policy(directory, "product-led"))
                .hasMessageContainingAll("Expected policy enterprise", "but got product-led");
        assertThat(Beginning.of(directory, 7L, 1, "enterprise", () -> MONDAY_9AM.plusSeconds(1)))
                .isEqualTo(new Beginning(7, "enterprise", MONDAY_9AM));
    }

    @Test
    void aRepSitsInTheTeamThatIsHisOwnAndTeamsWithoutOneGetTheNextTwo() {
        List<Rep> reps = List.of(
                Rep.of("Ann", "west", "Europe/London", 80),
                Rep.of("Ben", "east", "Europe/London", 80),
                Rep.of("Cas", "east", "Europe/London", 80));
        Seating seating = new Seating(reps, List.of("west", "north"));

        assertThat(seating.all())
                .extracting(rep -> rep.id() + " " + rep.team())
                .containsExactly("ann west", "ann north", "ben north");
        assertThat(seating.first(reps.get(1)).team()).isEqualTo("north");
        assertThat(seating.of(reps.get(2))).isEmpty();
        assertThat(seating.first(reps.get(2)).id()).isEqualTo("ann");
    }
}

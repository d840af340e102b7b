package io.revstream.policy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PolicyTimelineTest {

    private static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");
    private static final Policy FIRST = version("v-1");
    private static final Policy SECOND = version("v-2");

    @Test
    void the_first_version_is_in_force_from_the_beginning_of_time() {
        PolicyTimeline timeline = PolicyTimeline.EMPTY.with(FIRST, OCTOBER).with(SECOND, NOVEMBER);

        assertThat(timeline.at(Instant.MIN)).isEqualTo(FIRST);
        assertThat(timeline.at(NOVEMBER.minusNanos(1))).isEqualTo(FIRST);
        assertThat(timeline.at(NOVEMBER)).isEqualTo(SECOND);
        assertThat(timeline.at(Instant.MAX)).isEqualTo(SECOND);
    }

    @Test
    void versions_come_into_force_by_their_instants_in_whatever_order_they_are_read() {
        PolicyTimeline backwards = PolicyTimeline.EMPTY.with(SECOND, NOVEMBER).with(FIRST, OCTOBER);
        PolicyTimeline atOnce = PolicyTimeline.EMPTY.with(SECOND, OCTOBER).with(FIRST, OCTOBER);

        assertThat(backwards.at(OCTOBER)).isEqualTo(FIRST);
        assertThat(backwards.at(NOVEMBER)).isEqualTo(SECOND);
        assertThat(atOnce.versions())
                .isEqualTo(PolicyTimeline.EMPTY
                        .with(FIRST, OCTOBER)
                        .with(SECOND, OCTOBER)
                        .versions());
    }

    @Test
    void a_version_read_again_changes_nothing() {
        PolicyTimeline timeline = PolicyTimeline.EMPTY.with(FIRST, OCTOBER).with(SECOND, NOVEMBER);

        assertThat(timeline.with(version("v-1"), NOVEMBER.plusSeconds(1))).isSameAs(timeline);
    }

    @Test
    void a_version_is_never_used_for_other_rules() {
        Policy other = PolicyReader.read(
                        "p",
                        SmallPolicy.with("version: v-1", "version: small-1").replace("threshold: 60", "threshold: 61"))
                .orThrow();

        assertThatThrownBy(() -> PolicyTimeline.of(FIRST).with(other, NOVEMBER))
                .hasMessage("Expected a new version for a changed policy, but \"v-1\" was used before");
    }

    @Test
    void a_timeline_is_not_changed_by_what_is_added_to_it() {
        PolicyTimeline timeline = PolicyTimeline.of(FIRST);
        timeline.with(SECOND, NOVEMBER);

        assertThat(timeline.at(NOVEMBER)).isEqualTo(FIRST);
        assertThat(timeline.version("v-2")).isNull();
    }

    @Test
    void nothing_is_in_force_before_anything_was_published() {
        assertThat(PolicyTimeline.EMPTY.isEmpty()).isTrue();
        assertThatThrownBy(() -> PolicyTimeline.EMPTY.at(OCTOBER))
                .hasMessage("Expected a policy, but none was published");
    }

    @Test
    void a_challenger_runs_from_its_instant_until_it_ends_or_another_begins() {
        Instant december = NOVEMBER.plusSeconds(1);
        Policy third = version("v-3");
        PolicyTimeline timeline =
                PolicyTimeline.of(FIRST).beside(SECOND, OCTOBER).beside(third, NOVEMBER);

        assertThat(timeline.challengerAt(OCTOBER.minusNanos(1))).isNull();
        assertThat(timeline.challengerAt(OCTOBER)).isEqualTo(SECOND);
        assertThat(timeline.challengerAt(NOVEMBER)).isEqualTo(third);
        assertThat(timeline.withoutChallenger("v-3", december).challengerAt(december))
                .isNull();
        assertThat(timeline.withoutChallenger("v-2", december)).isSameAs(timeline);
        assertThat(timeline.beside(third, december)).isSameAs(timeline);
        assertThat(timeline.at(december)).isEqualTo(FIRST);
    }

    @Test
    void a_challenger_that_comes_into_force_runs_no_longer_also_when_it_is_replaced() {
        PolicyTimeline timeline = PolicyTimeline.of(FIRST)
                .beside(SECOND, OCTOBER)
                .with(SECOND, NOVEMBER)
                .with(version("v-3"), NOVEMBER.plusSeconds(1));

        assertThat(timeline.challengerAt(NOVEMBER.minusMillis(1))).isEqualTo(SECOND);
        assertThat(timeline.challengerAt(NOVEMBER)).isNull();
        assertThat(timeline.challengerAt(Instant.MAX)).isNull();
        assertThat(timeline.at(NOVEMBER)).isEqualTo(SECOND);
    }

    @Test
    void challengers_begin_and_end_in_the_order_in_which_they_are_read() {
        PolicyTimeline timeline =
                PolicyTimeline.of(FIRST).beside(SECOND, NOVEMBER).withoutChallenger("v-2", OCTOBER);

        assertThat(timeline.challengerAt(NOVEMBER)).isNull();
        assertThat(timeline.challengerAt(OCTOBER)).isNull();
    }

    @Test
    void a_challengers_version_is_not_used_for_other_rules_either() {
        Policy other = PolicyReader.read(
                        "p",
                        SmallPolicy.with("version: v-2", "version: small-1").replace("threshold: 60", "threshold: 61"))
                .orThrow();

        assertThatThrownBy(
                        () -> PolicyTimeline.of(FIRST).beside(SECOND, OCTOBER).with(other, NOVEMBER))
                .hasMessageContaining("\"v-2\" was used before");
    }

    private static Policy version(String version) {
        return PolicyReader.read("p", SmallPolicy.with("version: " + version, "version: small-1"))
                .orThrow();
    }
}

package io.revstream.quarantine;

import io.revstream.events.ActivityBy;
import io.revstream.events.ActivityEvent;
import io.revstream.policy.NonHumanRules;
import io.revstream.policy.NonHumanRules.AfterSend;
import io.revstream.policy.NonHumanRules.Burst;
import io.revstream.policy.Span;
import io.revstream.state.Occurrence;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QuarantineTest {

    private static final Instant MONDAY_9AM = Instant.parse("2026-11-02T09:00:00Z");
    private static final NonHumanRules RULES = new NonHumanRules(
            "bot",
            Set.of("crawler"),
            new AfterSend(Set.of("EMAIL_CLICKED"), Span.parse("5s")),
            new Burst(Set.of("EMAIL_CLICKED"), 3, Span.parse("10s")),
            Span.parse("7d"),
            Duration.ofMinutes(60).plusSeconds(10));

    @ParameterizedTest
    @CsvSource(textBlock = """
            bot,       true,                             FLAG
            bot,       TRUE,                             FLAG
            bot,       false,
            bot,       yes,
            robot,     true,
            userAgent, Example-Crawler/1.0,              USER_AGENT
            userAgent, Mozilla/5.0 (X11; Linux x86_64),
            sentAt,    2026-11-02T08:59:55Z,             AFTER_SEND
            sentAt,    2026-11-02T08:59:54.999Z,
            sentAt,    2026-11-02T09:00:02Z,             AFTER_SEND
            sentAt,    1793609998000,                    AFTER_SEND
            sentAt,    1793609994000,
            sentAt,    yesterday,
            sentAt,    99999999999999999999,
            """)
    void theSignsOfOneActivity(String property, String value, Sign sign) {
        ActivityEvent click = activity("EMAIL_CLICKED", "e1", 0, Map.of(property, value));

        assertThat(Signs.of(click, RULES)).isEqualTo(sign == null ? Set.of() : Set.of(sign));
    }

    @Test
    void onlyTheKindsThatTheRuleNamesAreSuspectSoonAfterASending() {
        Map<String, String> sent = Map.of("sentAt", MONDAY_9AM.toString());

        assertThat(Signs.of(activity("EMAIL_OPENED", "e1", 0, sent), RULES)).isEmpty();
    }

    @Test
    void aBurstIsSoManyDifferentLinksAndItsLastInstantBelongsToIt() {
        assertThat(waiting(all(click("e1", 0, "a"), click("e2", 5, "b"), click("e3", 10, "c"))))
                .containsExactly("e1", "e2", "e3");
        assertThat(waiting(all(click("e1", 0, "a"), click("e2", 5, "b"), click("e3", 11, "c"))))
                .isEmpty();
        assertThat(waiting(all(click("e1", 0, "a"), click("e2", 5, "b"), click("e3", 7, "b"), click("e4", 9, "a"))))
                .as("two links, each twice")
                .isEmpty();
        assertThat(waiting(all(click("e1", 0, "a"), click("e2", 1, "a"), click("e3", 7, "b"), click("e4", 9, "c"))))
                .as("a link that was clicked twice in a burst")
                .containsExactly("e1", "e2", "e3", "e4");
    }

    @Test
    void theAssetStandsForTheLinkAndOtherKindsOrClicksWithoutEitherMakeNoBurst() {
        ActivityEvent one = activity("EMAIL_CLICKED", "e1", 0, Map.of());
        ActivityEvent two = activity("EMAIL_CLICKED", "e2", 1, Map.of());
        ActivityEvent three = activity("EMAIL_CLICKED", "e3", 2, Map.of());

        assertThat(waiting(all(one, two, three))).isEmpty();
        assertThat(waiting(all(asset(one, "a"), asset(two, "b"), asset(three, "c"))))
                .hasSize(3);
        assertThat(waiting(all(
                        activity("PAGE_VIEW", "e1", 0, Map.of("link", "a")),
                        activity("PAGE_VIEW", "e2", 1, Map.of("link", "b")),
                        activity("PAGE_VIEW", "e3", 2, Map.of("link", "c")))))
                .isEmpty();
    }

    @Test
    void whatIsSaidOfAnActivityHoldsAlsoForABurstThatIsFoundLater() {
        Quarantine first = all(click("e1", 0, "a"), click("e2", 1, "b"));
        Quarantine judged =
                first.judged(List.of("e1"), verdict(true, 5, "v1"), RULES).after();

        Movement burst = judged.with(click("e3", 2, "c"), true, RULES);

        assertThat(ids(burst.withdrawn())).containsExactly("e2");
        assertThat(waiting(burst.after())).containsExactly("e2", "e3");
    }

    @Test
    void aVerdictOnWhatWaitsLeavesTheRestAlone() {
        Quarantine quarantine = all(bot("e1", 0), bot("e2", 1), activity("PAGE_VIEW", "e3", 2, Map.of()));

        Movement admitted = quarantine.judged(List.of(), verdict(true, 9, "v1"), RULES);
        assertThat(ids(admitted.admitted())).containsExactly("e1", "e2");
        assertThat(admitted.withdrawn()).isEmpty();

        Movement withdrawn = admitted.after().judged(List.of("e2", "e3"), verdict(false, 10, "v2"), RULES);
        assertThat(ids(withdrawn.withdrawn())).containsExactly("e2", "e3");
        assertThat(withdrawn.settled()).as("nothing waits any more").isEmpty();

        Movement again = withdrawn.after().judged(List.of("e2"), verdict(false, 11, "v3"), RULES);
        assertThat(again.withdrawn()).as("said again").isEmpty();
    }

    @Test
    void whatIsNotRememberedCannotBeJudged() {
        assertThat(all(bot("e1", 0)).unknown(List.of("e2", "e1", "e0"))).containsExactly("e0", "e2");
        assertThatThrownBy(() -> all(bot("e1", 0)).judged(List.of("e2"), verdict(true, 1, "v1"), RULES))
                .hasMessage("Expected activities that are remembered, but not [e2]");
    }

    @Test
    void aSuspectWaitsAsLongAsThePolicySaysFromWhenItOccurred() {
        Instant due = MONDAY_9AM.plus(Duration.ofDays(7));
        Quarantine quarantine = all(bot("e1", 0), bot("e2", 1));

        assertThat(quarantine.nextDue()).isEqualTo(due);
        Movement first = quarantine.due(due, RULES);
        assertThat(ids(first.settled())).containsExactly("e1");
        assertThat(first.after().nextDue()).isEqualTo(due.plusSeconds(1));
        Quarantine after = first.after().due(due.plusSeconds(1), RULES).after();
        assertThat(after.nextDue()).isNull();
        assertThat(after.waiting()).isEmpty();
        assertThat(ids(after.judged(List.of("e1"), verdict(true, 9, "v1"), RULES)
                        .admitted()))
                .containsExactly("e1");
    }

    @Test
    void theOldestSuspectMakesRoomForLaterOnesAndIsSaidToBeWithdrawn() {
        Quarantine quarantine = Quarantine.NONE;
        for (int i = 0; i < Quarantine.MOST_MARKED; i++) {
            Movement movement = quarantine.with(bot("e" + i, i), true, RULES);
            assertThat(movement.evicted()).isEmpty();
            quarantine = movement.after();
        }

        Movement one = quarantine.with(bot("later", 4000), true, RULES);
        assertThat(ids(one.evicted())).containsExactly("e0");
        assertThat(one.after().unknown(List.of("e0"))).containsExactly("e0");

        Movement late = one.after().with(bot("late", -1), true, RULES);
        assertThat(ids(late.suspected())).containsExactly("late");
        assertThat(ids(late.evicted())).containsExactly("late");
    }

    @Test
    void memoryIsBoundedWhateverComes() {
        Quarantine quarantine = Quarantine.NONE;
        for (int i = 0; i < 3_000; i++) {
            ActivityEvent next =
                    i % 3 == 0 ? bot("bot-" + i, i) : activity("PAGE_VIEW", "e" + i, i, Map.of("userAgent", "Mozilla"));
            quarantine = quarantine.with(next, true, RULES).after();
        }

        assertThat(quarantine.sightings())
                .hasSizeLessThanOrEqualTo(Quarantine.MOST_MARKED + Quarantine.MOST_OPEN + Quarantine.MOST_LATEST);
        assertThat(quarantine.waiting()).hasSize(Quarantine.MOST_MARKED);
        assertThat(read(quarantine)).isEqualTo(quarantine);
    }

    @Test
    void thePresentAndTheForgottenTellWhenTheProspectLastEngaged() {
        Quarantine quarantine = Quarantine.NONE.engagedBy(MONDAY_9AM.minusSeconds(60));
        assertThat(quarantine.engagedAt()).isEqualTo(MONDAY_9AM.minusSeconds(60));

        quarantine = quarantine.with(bot("e1", 5), true, RULES).after();
        assertThat(quarantine.engagedAt()).as("a suspect does not engage").isEqualTo(MONDAY_9AM.minusSeconds(60));

        for (int i = 0; i < 200; i++) {
            quarantine = quarantine.with(call("c" + i, 10 + i), false, RULES).after();
        }
        quarantine = quarantine
                .judged(List.of("e1"), verdict(true, 300, "v1"), RULES)
                .after();
        assertThat(quarantine.engagedAt()).isEqualTo(MONDAY_9AM.plusSeconds(5));
    }

    private static Quarantine all(ActivityEvent... activities) {
        Quarantine quarantine = Quarantine.NONE;
        for (ActivityEvent activity : activities) {
            quarantine = quarantine.with(activity, true, RULES).after();
        }
        return quarantine;
    }

    private static List<String> waiting(Quarantine quarantine) {
        return ids(quarantine.waiting());
    }

    private static List<String> ids(List<Sighting> of) {
        return of.stream().map(Sighting::eventId).toList();
    }

    private static Quarantine read(Quarantine quarantine) {
        StateWriter out = new StateWriter();
        quarantine.write(out);
        return Quarantine.read(new StateReader(out.toBytes()));
    }

    private static Judgement verdict(boolean human, int second, String eventId) {
        return new Judgement(human, new Occurrence(MONDAY_9AM.plusSeconds(second), eventId));
    }

    private static ActivityEvent bot(String eventId, int second) {
        return activity("PAGE_VIEW", eventId, second, Map.of("bot", "true"));
    }

    private static ActivityEvent call(String eventId, int second) {
        return ActivityEvent.newBuilder(activity("CALL", eventId, second, Map.of()))
                .setBy(ActivityBy.REP)
                .build();
    }

    private static ActivityEvent click(String eventId, int second, String link) {
        return activity("EMAIL_CLICKED", eventId, second, Map.of("link", link));
    }

    private static ActivityEvent asset(ActivityEvent activity, String asset) {
        return ActivityEvent.newBuilder(activity).setAsset(asset).build();
    }

    private static ActivityEvent activity(String kind, String eventId, int second, Map<String, String> properties) {
        return ActivityEvent.newBuilder()
                .setEventId(eventId)
                .setOccurredAt(MONDAY_9AM.plusSeconds(second))
                .setSource("mail")
                .setKind(kind)
                .setProperties(properties)
                .build();
    }
}

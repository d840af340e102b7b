package io.revstream.app.diff;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revstream.app.Events;
import io.revstream.app.history.History;
import io.revstream.app.history.HistoryEvent;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.Presets;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Four leads of the United States in no territory ask for a demo on Monday, and nobody calls. */
class RouteDiffTest {

    private static final Instant MONDAY = Instant.parse("2026-10-05T14:00:00Z");
    private static final String BEFORE = Presets.text("mid-market");
    private static final String AFTER = BEFORE.replace("version: mid-market-1", "version: to-the-east")
            .replace(
                    "    - {branch: default,",
                    "    - {branch: software, when: {attribute: industry, in: [software]}, to: {team: east}}\n    - {branch: default,");

    private final List<HistoryEvent> events = new ArrayList<>();

    @Test
    void leadsThatGoToAnotherTeamAreNamedWithBothRoutes() {
        RouteDiff routes = compare(BEFORE, AFTER, true).routes();

        assertThat(routes.shared()).isEqualTo(4);
        assertThat(routes.rerouted())
                .extracting(RouteDifference::leadId, RouteDifference::before, RouteDifference::after)
                .containsExactly(
                        tuple("ann", route("default", "inside-sales", "dana"), route("software", "east", "eva")),
                        tuple("bob", route("default", "inside-sales", "li"), route("software", "east", "eva")),
                        tuple("carl", route("default", "inside-sales", "dana"), route("software", "east", "eva")),
                        tuple("dora", route("default", "inside-sales", "li"), route("software", "east", "eva")));
        assertThat(routes.blastRadius()).isEqualByComparingTo("100");
        assertThat(routes.perTeam())
                .containsExactly(new PromotionDiff.Row("east", 0, 4), new PromotionDiff.Row("inside-sales", 4, 0));
    }

    @Test
    void aPolicyDoesNotRerouteAnybodyAgainstItself() {
        RouteDiff routes = compare(BEFORE, BEFORE, true).routes();

        assertThat(routes.shared()).isEqualTo(4);
        assertThat(routes.rerouted()).isEmpty();
        assertThat(routes.otherRep()).isZero();
    }

    @Test
    void aRepWhoseTurnComesEarlierIsNoReroute() {
        String heavier =
                BEFORE.replace("rotation: {method: even, capacity: 25", "rotation: {method: even, capacity: 1");

        RouteDiff routes = compare(BEFORE, heavier, true).routes();

        assertThat(routes.rerouted()).isEmpty();
        assertThat(routes.otherRep()).as("two leads wait in the queue").isEqualTo(2);
    }

    @Test
    void breachesAreCountedWhereThereAreReps() {
        String patient = BEFORE.replace("target: 4bh", "target: 7bh")
                .replace("at: 3bh", "at: 6bh")
                .replace("{step: overdue, at: 4bh", "{step: overdue, at: 7bh")
                .replace("{step: manager, at: 6bh", "{step: manager, at: 7bh");

        RouteDiff routes = compare(BEFORE, patient, true).routes();

        assertThat(routes.breaches())
                .contains(
                        new PromotionDiff.Row("first-contact, overdue", 4, 0),
                        new PromotionDiff.Row("first-contact, manager", 4, 0));
    }

    @Test
    void withoutRepsTeamsAndBranchesAreComparedAllTheSame() {
        PromotionDiff diff = compare(BEFORE, AFTER, false);

        assertThat(diff.routes().withReps()).isFalse();
        assertThat(diff.routes().rerouted())
                .first()
                .isEqualTo(new RouteDifference(
                        "ann", 1, route("default", "inside-sales", null), route("software", "east", null)));
        assertThat(PolicyDiffText.promotions(history(false), diff, 1))
                .contains("of 4 leads that both policies route: 4 to another team or by another branch (100.00 %)")
                .contains("the history has no reps")
                .contains("ann, pass 1: default to team inside-sales -> software to team east")
                .doesNotContain("bob");
    }

    @Test
    void machinesReadRoutes() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        PolicyDiffJson.addPromotions(json, history(true), compare(BEFORE, AFTER, true), 3);

        assertThat(json.at("/routes/rerouted").asInt()).isEqualTo(4);
        assertThat(json.at("/routes/leads")).hasSize(3);
        assertThat(json.at("/routes/leadsNotNamed").asInt()).isEqualTo(1);
        assertThat(json.at("/routes/leads/0/after/teamId").asText()).isEqualTo("east");
    }

    private static Route route(String branch, String team, String owner) {
        return new Route(team, branch, owner);
    }

    private PromotionDiff compare(String before, String after, boolean withReps) {
        return PolicyComparison.of(history(withReps), policy(before), policy(after));
    }

    private static Policy policy(String yaml) {
        return PolicyReader.read("policy.yaml", yaml).orThrow();
    }

    /** Until six hours after the demo requests. */
    private History history(boolean withReps) {
        events.clear();
        if (withReps) {
            add(Catalogue.REPS, "inside-sales", Events.rep("dana", "Dana", MONDAY), MONDAY);
            add(Catalogue.REPS, "inside-sales", Events.rep("li", "Li", MONDAY), MONDAY);
            add(Catalogue.REPS, "east", Events.rep("eva", "Eva", MONDAY), MONDAY);
        }
        List<String> leads = List.of("ann", "bob", "carl", "dora");
        leads.forEach(lead -> add(Catalogue.LEADS, lead, Events.perfectFit(lead, MONDAY), MONDAY));
        leads.forEach(lead ->
                add(Catalogue.ACTIVITIES, lead, Events.prospect("demo-" + lead, "DEMO_REQUEST", null, MONDAY), MONDAY));
        Instant later = MONDAY.plus(Duration.ofMinutes(6 * 60 + 30));
        add(Catalogue.ACTIVITIES, "ann", Events.prospect("page-ann", "PAGE_VIEW", "blog", later), later);
        return new History(events, 0, List.of());
    }

    private void add(Topic topic, String key, SpecificRecordBase event, Instant at) {
        events.add(new HistoryEvent(topic, key, event, at, 0, events.size()));
    }
}

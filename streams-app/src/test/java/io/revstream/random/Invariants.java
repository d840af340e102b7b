package io.revstream.random;

import io.revstream.events.Candidate;
import io.revstream.events.ClockChange;
import io.revstream.events.ContactFact;
import io.revstream.events.LeadAssigned;
import io.revstream.events.LeadFact;
import io.revstream.events.LedgerLine;
import io.revstream.events.LifecycleChanged;
import io.revstream.events.MqlPromoted;
import io.revstream.events.RepAbsence;
import io.revstream.events.RepDetails;
import io.revstream.events.RepEvent;
import io.revstream.events.Score;
import io.revstream.events.ScoreChanged;
import io.revstream.events.ScorePart;
import io.revstream.events.SlaClockChanged;
import io.revstream.events.SlaStepReached;
import io.revstream.events.StepKind;
import io.revstream.policy.LifecycleRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import static org.assertj.core.api.Assertions.assertThat;

/** What must hold whatever comes in. */
final class Invariants {

    private final List<Arrival> arrivals;
    private final Run run;

    Invariants(List<Arrival> arrivals, Run run) {
        this.arrivals = arrivals;
        this.run = run;
    }

    void check() {
        eachPassHasOnePromotion();
        eachRoundHasOneOwner();
        noContactOfACustomerIsPromoted();
        accountsAndContactsAgree();
        ledgersAddUp();
        stagesGoForwardButByHand();
        nobodyAwayIsAssigned();
        rotationKeepsToCapacity();
        eachStepIsReachedOnceAndWhenItIsDue();
        nothingFollowsContact();
        noClockStartsForALeadThatIsGone();
        everyPromotedLeadIsAssignedOrWaits();
        nothingFailed();
    }

    private void eachPassHasOnePromotion() {
        assertDistinct(run.events(MqlPromoted.class), one -> one.getLeadId() + " pass " + one.getPass(), "promotion");
    }

    private void eachRoundHasOneOwner() {
        List<LeadAssigned> assigned = run.events(LeadAssigned.class).stream()
                .filter(one -> one.getOwnerId() != null)
                .toList();
        assertDistinct(
                assigned, one -> one.getLeadId() + " pass " + one.getPass() + " round " + one.getRound(), "owner");
    }

    /** What a live lead was told of its account last, before each of its promotions (MQL-07). */
    private void noContactOfACustomerIsPromoted() {
        Map<String, ContactFact> told = new HashMap<>();
        run.published().forEach(one -> {
            if (one.event() instanceof ContactFact fact && !fact.getHistorical()) {
                told.put(fact.getLeadId(), fact);
            } else if (one.event() instanceof LeadFact fact && fact.getLeft()) {
                told.remove(fact.getLeadId());
            } else if (one.event() instanceof MqlPromoted promoted && !promoted.getHistorical()) {
                ContactFact latest = told.get(promoted.getLeadId());
                assertThat(latest != null && latest.getCustomer())
                        .as("whether a customer's contact is promoted: %s after %s", promoted, latest)
                        .isFalse();
            }
        });
    }

    /** All live contacts of an account were told the same last: that as many of them engage as have said so. */
    private void accountsAndContactsAgree() {
        Map<String, ContactFact> told = new HashMap<>();
        Map<String, LeadFact> said = new HashMap<>();
        Map<String, Boolean> engaged = new HashMap<>();
        run.published().forEach(one -> {
            if (one.event() instanceof ContactFact fact && !fact.getHistorical()) {
                told.put(fact.getLeadId(), fact);
            } else if (one.event() instanceof LeadFact fact
                    && fact.getRouting() == null
                    && !fact.getAccountId().startsWith("name/")) {
                if (fact.getLeft() || fact.getEngaged() != null) {
                    engaged.put(
                            fact.getLeadId(),
                            !fact.getLeft() && fact.getEngaged().getEngaged());
                }
                said.put(fact.getLeadId(), fact);
            }
        });
        said.values().removeIf(LeadFact::getLeft);
        // One of whom only history was told engages, but is not told where it is counted.
        if (said.values().stream().anyMatch(fact -> fact.getHistorical() && engaged.containsKey(fact.getLeadId()))) {
            return;
        }
        told.keySet().retainAll(said.keySet());
        told.forEach((lead, fact) -> {
            assertThat(fact.getResolvedTo())
                    .as("the account that tells %s", lead)
                    .isEqualTo(said.get(lead).getAccountId());
            long engage = told.values().stream()
                    .filter(other -> other.getAccountId().equals(fact.getAccountId()))
                    .filter(other -> engaged.getOrDefault(other.getLeadId(), false))
                    .count();
            assertThat(fact.getEngagedContacts())
                    .as("the engaged contacts of %s that %s was told of", fact.getAccountId(), lead)
                    .isEqualTo((int) engage);
        });
    }

    private void ledgersAddUp() {
        run.events(ScoreChanged.class).forEach(one -> addsUp(one.getScore()));
        run.events(MqlPromoted.class).forEach(one -> addsUp(one.getScore()));
    }

    private static void addsUp(Score score) {
        assertThat(points(score, ScorePart.FIT)).as("fit of %s", score).isEqualByComparingTo(score.getFit());
        assertThat(points(score, ScorePart.ENGAGEMENT)).as("%s", score).isEqualByComparingTo(score.getEngagement());
        assertThat(points(score, ScorePart.NEGATIVE)).as("%s", score).isEqualByComparingTo(score.getNegative());
        BigDecimal total =
                score.getLedger().stream().map(LedgerLine::getContribution).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(total).as("total of %s", score).isEqualByComparingTo(score.getTotal());
    }

    private static BigDecimal points(Score score, ScorePart part) {
        return score.getLedger().stream()
                .filter(line -> line.getPart() == part)
                .map(LedgerLine::getPoints)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void stagesGoForwardButByHand() {
        LifecycleRules rules = Run.POLICY.lifecycle();
        Map<String, String> stages = new HashMap<>();
        for (LifecycleChanged one : run.events(LifecycleChanged.class)) {
            assertThat(one.getFromStage())
                    .as("the stage left in %s", one)
                    .isEqualTo(stages.put(one.getLeadId(), one.getStage()));
            if (!one.getBecause().equals("moved")) {
                assertThat(rules.rank(one.getStage()))
                        .as("%s", one)
                        .isGreaterThanOrEqualTo(rules.rank(one.getFromStage()));
            }
        }
    }

    private void nobodyAwayIsAssigned() {
        for (Run.At<LeadAssigned> one : run.timed(LeadAssigned.class)) {
            if (one.event().getOwnerId() != null) {
                Rep rep = repAt(one.event().getOwnerId(), one.at());
                assertThat(rep.active)
                        .as("whether the owner is active in %s", one)
                        .isTrue();
                assertThat(rep.away.values())
                        .as("absences of the owner in %s", one)
                        .noneMatch(absence -> covers(absence, one.at()));
            }
        }
    }

    private static boolean covers(RepAbsence absence, Instant at) {
        return !absence.getWithdrawn() && !at.isBefore(absence.getFrom()) && at.isBefore(absence.getUntil());
    }

    private void rotationKeepsToCapacity() {
        for (Run.At<LeadAssigned> one : run.timed(LeadAssigned.class)) {
            if (one.event().getMethod().equals("rotation")) {
                Candidate chosen = one.event().getCandidates().stream()
                        .filter(Candidate::getChosen)
                        .findFirst()
                        .orElseThrow();
                assertThat(chosen.getOpen())
                        .as("open leads in %s", one)
                        .isLessThanOrEqualTo(repAt(chosen.getRepId(), one.at()).capacity);
            }
        }
    }

    private void eachStepIsReachedOnceAndWhenItIsDue() {
        List<Run.At<SlaStepReached>> steps = run.timed(SlaStepReached.class).stream()
                .filter(one -> one.event().getKind() != StepKind.WITHDRAWN)
                .toList();
        assertDistinct(steps, one -> clock(one.event()) + " step " + one.event().getStep(), "step");
        steps.forEach(
                one -> assertThat(one.at()).as("%s", one).isEqualTo(one.event().getStepDueAt()));
    }

    private void nothingFollowsContact() {
        Set<String> met = new HashSet<>();
        run.published().forEach(one -> {
            if (one.event() instanceof SlaClockChanged clock && clock.getChange() == ClockChange.MET) {
                met.add(clock.getSubjectId() + " pass " + clock.getPass() + " round " + clock.getRound() + " "
                        + clock.getClock());
            } else if (one.event() instanceof SlaStepReached step && step.getKind() != StepKind.WITHDRAWN) {
                assertThat(met).as("clocks that were met before %s", step).doesNotContain(clock(step));
            }
        });
    }

    private void noClockStartsForALeadThatIsGone() {
        Map<String, String> statuses = new HashMap<>();
        run.published().forEach(one -> {
            if (one.event() instanceof LifecycleChanged changed) {
                statuses.put(changed.getLeadId(), changed.getStatus());
            } else if (one.event() instanceof SlaClockChanged clock
                    && clock.getSubject().equals("lead")
                    && clock.getChange() == ClockChange.STARTED) {
                assertThat(statuses.get(clock.getSubjectId()))
                        .as("status of the lead of %s", clock)
                        .isEqualTo("ACTIVE");
            }
        });
    }

    /** A contact of an account for which an owner is being chosen waits behind the one who is in the queue. */
    private void everyPromotedLeadIsAssignedOrWaits() {
        Map<String, LeadAssigned> latest = new HashMap<>();
        run.events(LeadAssigned.class).forEach(one -> latest.put(one.getLeadId() + one.getPass(), one));
        Map<String, LifecycleChanged> standing = new HashMap<>();
        run.events(LifecycleChanged.class).forEach(one -> standing.put(one.getLeadId(), one));
        for (MqlPromoted one : run.events(MqlPromoted.class)) {
            LifecycleChanged now = standing.get(one.getLeadId());
            boolean gone = now.getPass() != one.getPass() || !now.getBecause().equals("promoted");
            if (one.getHistorical() || gone || latest.containsKey(one.getLeadId() + one.getPass())) {
                continue;
            }
            assertThat(latest.values())
                    .as("a queued contact of the account for whom %s waits", one.getLeadId())
                    .anyMatch(other -> other.getOwnerId() == null && sameAccount(one, other));
        }
    }

    /** A domain may be claimed by an account in between. */
    private static boolean sameAccount(MqlPromoted one, LeadAssigned other) {
        return other.getAccountId().endsWith(one.getAccountId());
    }

    private void nothingFailed() {
        assertThat(run.refusals()).noneMatch(refusal -> refusal.code().equals("FAILED"));
    }

    private static String clock(SlaStepReached step) {
        return step.getSubjectId() + " pass " + step.getPass() + " round " + step.getRound() + " " + step.getClock();
    }

    private static <T> void assertDistinct(List<T> all, Function<T, String> key, String what) {
        Set<String> seen = new HashSet<>();
        for (T one : all) {
            assertThat(seen.add(key.apply(one)))
                    .as("one %s only of %s, but also %s", what, key.apply(one), one)
                    .isTrue();
        }
    }

    /** What was known of a rep at an instant. */
    private Rep repAt(String id, Instant at) {
        Rep rep = new Rep();
        for (Arrival arrival : arrivals) {
            if (!arrival.at().isAfter(at)
                    && arrival.event() instanceof RepEvent event
                    && event.getRepId().equals(id)) {
                rep.learn(event);
            }
        }
        return rep;
    }

    private static final class Rep {

        private final Map<String, RepAbsence> away = new HashMap<>();
        private boolean active = true;
        private int capacity = Run.POLICY.routing().rotation().capacity();

        void learn(RepEvent event) {
            RepDetails details = event.getDetails();
            if (event.getAbsence() != null) {
                away.put(event.getAbsence().getAbsenceId(), event.getAbsence());
            } else {
                active = details.getActive() == null ? active : details.getActive();
                capacity = details.getCapacity() == null ? capacity : details.getCapacity();
            }
        }
    }
}

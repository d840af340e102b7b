package io.revstream.app.backtest;

import io.revstream.app.backtest.LeadTrack.Decision;
import io.revstream.app.backtest.LeadTrack.Scored;
import io.revstream.app.history.HistoryEvent;
import io.revstream.calibration.LeadCase;
import io.revstream.calibration.Mql;
import io.revstream.events.ActivityEvent;
import io.revstream.events.DealEvent;
import io.revstream.events.DealFact;
import io.revstream.events.DealOutcome;
import io.revstream.events.DispositionKind;
import io.revstream.events.LeadAttributes;
import io.revstream.events.LeadDisposition;
import io.revstream.events.LeadEvent;
import io.revstream.events.LedgerLine;
import io.revstream.events.LifecycleChanged;
import io.revstream.events.MqlPromoted;
import io.revstream.events.Score;
import io.revstream.events.ScoreChanged;
import io.revstream.events.ScorePart;
import io.revstream.policy.Facts;
import io.revstream.policy.Policy;
import io.revstream.policy.ScoringModel;
import io.revstream.profile.LeadFacts;
import io.revstream.profile.LeadProfile;
import io.revstream.state.Occurrence;
import io.revstream.stream.VirtualPipeline.Published;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Follows leads through a run: first what came in, then what was decided. */
final class LeadTracks {

    private final Policy policy;
    private final OutcomeSource source;
    private final Map<String, ScoringModel> models = new HashMap<>();
    private final SortedMap<String, LeadTrack> leads = new TreeMap<>();
    /** Rejections and disqualifications by event id; whether they were taken shows in what followed. */
    private final Map<String, LeadDisposition> rejections = new HashMap<>();

    private final Map<String, Instant> deals = new HashMap<>();
    private final Map<SortedSet<String>, SortedSet<String>> paid = new HashMap<>();

    LeadTracks(Policy policy, OutcomeSource source) {
        this.policy = policy;
        this.source = source;
        policy.scoring().models().forEach(model -> models.put(model.name(), model));
    }

    List<LeadCase> cases() {
        return leads.values().stream()
                .filter(LeadTrack::isLead)
                .map(lead -> lead.toCase(policy))
                .toList();
    }

    /** An input, with all of its attributes. */
    void input(HistoryEvent input) {
        if (input.event() instanceof LeadEvent told) {
            told(track(input.key()), told, input.at());
        } else if (input.event() instanceof ActivityEvent activity) {
            track(input.key()).seen(activity.getOccurredAt(), input.at());
        } else if (input.event() instanceof DealEvent deal) {
            deals.put(deal.getEventId(), deal.getOccurredAt());
        }
    }

    private void told(LeadTrack lead, LeadEvent told, Instant at) {
        lead.seen(told.getOccurredAt(), at);
        LeadDisposition disposition = told.getDisposition();
        if (disposition != null && disposition.getDecision() == DispositionKind.ACCEPT) {
            lead.decided(new Decision(at, true, null, disposition.getRole()));
        } else if (disposition != null) {
            rejections.put(told.getEventId(), disposition);
        }
        LeadAttributes attributes = told.getCaptured() != null
                ? told.getCaptured().getAttributes()
                : told.getEnriched() != null ? told.getEnriched().getAttributes() : null;
        if (attributes != null) {
            known(lead, attributes, new Occurrence(told.getOccurredAt(), told.getEventId()), at);
        }
    }

    private void known(LeadTrack lead, LeadAttributes attributes, Occurrence event, Instant at) {
        if (source.isAttribute()) {
            LeadProfile stated = LeadProfile.EMPTY.with(attributes, event);
            Set<String> words = new LeadFacts(stated, policy, Facts.NONE).words(source.attribute());
            if (!words.isEmpty()) {
                lead.labelled(words.stream().anyMatch(word -> word.equalsIgnoreCase(source.won())));
            }
        }
        lead.known(at, lead.profile().with(Withheld.from(attributes, source.withheld()), event));
    }

    /** An output. */
    void output(Published output) {
        if (output.event() instanceof ScoreChanged changed) {
            track(output.key()).scored(scored(changed.getScore(), output.at()));
        } else if (output.event() instanceof MqlPromoted promoted) {
            track(output.key())
                    .promoted(Mql.promoted(
                            output.at(), promoted.getRule(), promoted.getRecycled(), paid(promoted.getScore())));
        } else if (output.event() instanceof LifecycleChanged changed) {
            rejected(changed, output.at());
        } else if (output.event() instanceof DealFact fact && !source.isAttribute()) {
            closed(fact, output.at());
        }
    }

    private void rejected(LifecycleChanged changed, Instant at) {
        LeadDisposition rejection = rejections.get(changed.getCausedBy());
        if (rejection != null
                && (rejection.getDecision() == DispositionKind.REJECT
                        || rejection.getDecision() == DispositionKind.DISQUALIFY)) {
            track(changed.getLeadId()).decided(new Decision(at, false, changed.getReasonCode(), rejection.getRole()));
        }
    }

    /** A deal is closed when it happened, not when it was told. */
    private void closed(DealFact fact, Instant at) {
        if (fact.getOutcome() == DealOutcome.WON || fact.getOutcome() == DealOutcome.LOST) {
            Instant occurred = deals.getOrDefault(fact.getCausedBy(), at);
            track(fact.getLeadId()).closed(occurred.isBefore(at) ? occurred : at, fact.getOutcome() == DealOutcome.WON);
        }
    }

    private Scored scored(Score score, Instant at) {
        ScoringModel model = models.get(score.getModel());
        boolean floorsMet = hundredths(score.getFit()) >= 100L * model.fitFloor()
                && hundredths(score.getEngagement()) >= 100L * model.engagementFloor();
        return new Scored(at, score.getModel(), hundredths(score.getTotal()), floorsMet, paid(score));
    }

    private SortedSet<String> paid(Score score) {
        SortedSet<String> rules = new TreeSet<>();
        for (LedgerLine line : score.getLedger()) {
            if (line.getPart() != ScorePart.COMBINATION && line.getPoints().signum() != 0) {
                rules.add(line.getRule());
            }
        }
        // Few combinations of rules occur, and often.
        return paid.computeIfAbsent(rules, same -> same);
    }

    private LeadTrack track(String lead) {
        return leads.computeIfAbsent(lead, LeadTrack::new);
    }

    private static long hundredths(BigDecimal points) {
        return points.movePointRight(2).longValueExact();
    }
}

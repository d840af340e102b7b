package io.revstream.speed;

import io.revstream.events.ClockChange;
import io.revstream.events.HandoffChanged;
import io.revstream.events.HandoffKind;
import io.revstream.events.LifecycleChanged;
import io.revstream.events.MqlPromoted;
import io.revstream.events.SlaClockChanged;
import io.revstream.events.SlaStepReached;
import io.revstream.events.StepKind;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Folds what was said of clocks and handoffs. Events of one lead come in the order of each topic, and the topics in any order among each
 * other. Memory is bounded: clocks that run are kept, and of leads without one those heard of last. For one thread.
 */
public final class ClockBook {

    private static final int MOST_BREACHES = 500;
    private static final int LOOKED_AT = 32;

    private final int most;
    /** Whoever was heard of last is last. */
    private final Map<String, Subject> subjects = new LinkedHashMap<>();

    private final NavigableMap<Place, Run> open = new TreeMap<>();
    private final Deque<SlaStepReached> breaches = new ArrayDeque<>();
    private Instant forgotten;

    /**
     * An empty book.
     *
     * @param most how many leads and deals without a running clock it keeps
     */
    public ClockBook(int most) {
        this.most = most;
    }

    /** Takes in an event; one of no concern changes nothing. */
    public void add(SpecificRecordBase event) {
        if (event instanceof SlaClockChanged clock) {
            clock(clock);
        } else if (event instanceof SlaStepReached step) {
            step(step);
        } else if (event instanceof HandoffChanged handoff) {
            handoff(handoff);
        } else if (event instanceof MqlPromoted promoted && !promoted.getHistorical()) {
            subject(promoted.getLeadId()).passage(promoted.getPass()).promotedAt = promoted.getOccurredAt();
        } else if (event instanceof LifecycleChanged changed
                && !changed.getHistorical()
                && changed.getFromStage() != null) {
            if (changed.getStatus().equals("ACTIVE")) {
                subject(changed.getLeadId())
                        .passage(changed.getPass())
                        .stages
                        .add(changed.getStage().intern());
            }
        }
    }

    /** Until when leads were forgotten for want of room: figures are complete after it; null when none was. */
    public Instant forgotten() {
        return forgotten;
    }

    /** How many clocks run. */
    public int openCount(SlaFilter filter) {
        return filter.equals(SlaFilter.ALL)
                ? open.size()
                : (int) open.values().stream().filter(filter::takes).count();
    }

    /** How many of the running clocks were due before the instant. */
    public int overdueCount(SlaFilter filter, Instant at) {
        int overdue = 0;
        for (Run run : open.values()) {
            if (!run.dueAt().isBefore(at)) {
                return overdue;
            }
            overdue += run.isMissed(at) && filter.takes(run) ? 1 : 0;
        }
        return overdue;
    }

    /**
     * Running clocks in the order in which they are due.
     *
     * @param after the place behind which they begin; null from the first
     */
    public List<OpenClock> open(SlaFilter filter, Place after, int limit) {
        Map<Place, Run> from = after == null ? open : open.tailMap(after, false);
        return from.values().stream()
                .filter(filter::takes)
                .limit(limit)
                .map(OpenClock::of)
                .toList();
    }

    /** Breaches that stand, the latest first. */
    public List<SlaStepReached> breaches(SlaFilter filter, int limit) {
        return breaches.stream()
                .filter(step -> filter.clock() == null || filter.clock().equals(step.getClock()))
                .filter(step -> filter.teamId() == null || filter.teamId().equals(step.getTeamId()))
                .filter(step -> filter.repId() == null || filter.repId().equals(step.getOwnerId()))
                .limit(limit)
                .toList();
    }

    /** Responses to a clock, each rep's to each lead, as they stand at an instant. */
    public List<Response> responses(String clock, SlaFilter filter, Instant at) {
        List<Response> responses = new ArrayList<>();
        subjects.forEach((id, subject) -> {
            for (Run run : subject.runs) {
                if (run.clock.equals(clock)) {
                    Instant began = subject.runs(run.pass, clock).stream()
                            .map(Run::startedAt)
                            .min(Comparator.naturalOrder())
                            .orElseThrow();
                    Response response = response(run, began, at);
                    if (filter.takes(response)) {
                        responses.add(response);
                    }
                }
            }
        });
        return responses;
    }

    /** The stages that the lead entered in the pass of a response. */
    public Set<String> reached(Response response) {
        Passage passage = passage(response);
        return passage == null ? Set.of() : passage.stages;
    }

    /** When the lead of a response became an MQL; null when that is not known. */
    public Instant promotedAt(Response response) {
        Passage passage = passage(response);
        return passage == null ? null : passage.promotedAt;
    }

    /** All leads and deals, for figures. */
    Collection<Subject> subjects() {
        return subjects.values();
    }

    private Passage passage(Response response) {
        Subject subject = subjects.get(response.leadId());
        return subject == null ? null : subject.passages.get(response.pass());
    }

    private static Response response(Run run, Instant began, Instant at) {
        return new Response(
                run.subjectId,
                run.pass,
                run.ownerId,
                run.teamId,
                began,
                run.startedAt(),
                run.dueAt(),
                run.metAt(),
                run.workingMillis,
                run.systemMillis,
                run.state == Run.State.MET ? !run.isMetInTime() : run.isMissed(at));
    }

    private void clock(SlaClockChanged event) {
        Subject subject = subject(event.getSubjectId());
        Run run = subject.run(event.getPass(), event.getRound(), event.getClock());
        if (run != null) {
            open.remove(Place.of(run));
        }
        if (event.getChange() == ClockChange.WITHDRAWN) {
            subject.runs.remove(run);
            return;
        }
        if (run == null) {
            run = new Run(event);
            subject.runs.add(run);
        }
        run.changed(event);
        if (run.isOpen()) {
            open.put(Place.of(run), run);
        }
    }

    private void step(SlaStepReached event) {
        if (event.getKind() == StepKind.BREACHED) {
            breaches.addFirst(event);
            if (breaches.size() > MOST_BREACHES) {
                breaches.removeLast();
            }
        } else if (event.getKind() == StepKind.WITHDRAWN) {
            breaches.removeIf(step -> isSame(step, event));
        }
    }

    private static boolean isSame(SlaStepReached step, SlaStepReached other) {
        return step.getSubjectId().equals(other.getSubjectId())
                && step.getClock().equals(other.getClock())
                && step.getPass() == other.getPass()
                && step.getRound() == other.getRound()
                && step.getStepName().equals(other.getStepName())
                && step.getOccurrence() == other.getOccurrence();
    }

    private void handoff(HandoffChanged event) {
        if (event.getClock() == null) {
            return;
        }
        Subject subject = subject(event.getSubjectId());
        Subject.Handoff known = subject.handoffs.stream()
                .filter(one -> one.name.equals(event.getHandoff()) && one.pass == event.getPass())
                .findFirst()
                .orElse(null);
        if (known == null) {
            known = new Subject.Handoff(
                    event.getHandoff().intern(), event.getClock().intern(), event.getPass());
            subject.handoffs.add(known);
        }
        known.cancelled = event.getKind() == HandoffKind.CANCELLED;
    }

    private Subject subject(String id) {
        Subject known = subjects.remove(id);
        Subject subject = known == null ? new Subject() : known;
        if (known == null) {
            forgetSome();
        }
        subjects.put(id, subject);
        return subject;
    }

    /** Who has a running clock is passed over, a few at a time, so that one event never looks at many. */
    private void forgetSome() {
        Map<String, Subject> passedOver = new LinkedHashMap<>();
        Iterator<Map.Entry<String, Subject>> eldest = subjects.entrySet().iterator();
        for (int i = 0; i < LOOKED_AT && subjects.size() + passedOver.size() >= most && eldest.hasNext(); i++) {
            Map.Entry<String, Subject> next = eldest.next();
            if (next.getValue().hasOpen()) {
                passedOver.put(next.getKey(), next.getValue());
                eldest.remove();
            } else {
                next.getValue().runs.stream()
                        .map(Run::endedAt)
                        .filter(ended -> forgotten == null || ended.isAfter(forgotten))
                        .forEach(ended -> forgotten = ended);
                eldest.remove();
            }
        }
        subjects.putAll(passedOver);
    }
}

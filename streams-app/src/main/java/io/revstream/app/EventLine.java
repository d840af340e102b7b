package io.revstream.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revstream.events.ActivityEvent;
import io.revstream.events.DeadLetter;
import io.revstream.events.DealAlert;
import io.revstream.events.LeadAssigned;
import io.revstream.events.LifecycleChanged;
import io.revstream.events.MqlPromoted;
import io.revstream.events.PolicyEvent;
import io.revstream.events.Score;
import io.revstream.events.ScoreChanged;
import io.revstream.events.ShadowDiffered;
import io.revstream.events.SlaClockChanged;
import io.revstream.events.SlaStepReached;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecordBase;

/** Events in one line each, for people. */
public final class EventLine {

    private static final List<String> ENVELOPE = List.of(
            "eventId", "occurredAt", "source", "correlationId", "causedBy", "policyVersion", "historical", "backfill");

    private EventLine() {}

    /** Timestamp, topic, key and what the record says. */
    public static String of(TopicFeed.Item item) {
        return "%s  %-19s  %-16s  %s"
                .formatted(
                        item.timestamp().truncatedTo(ChronoUnit.SECONDS),
                        item.topic().name(),
                        item.key(),
                        says(item));
    }

    /** The record as an object for machines: its event in full, or what is wrong with it. */
    public static ObjectNode json(TopicFeed.Item item) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("topic", item.topic().name())
                .put("partition", item.partition())
                .put("offset", item.offset())
                .put("timestamp", item.timestamp().toString())
                .put("key", item.key());
        if (item.event() == null) {
            return json.put("problem", item.problem());
        }
        return json.set("event", EventJson.of(item.event()));
    }

    /** What the record says. */
    public static String says(TopicFeed.Item item) {
        return item.event() == null ? item.problem() : says(item.event());
    }

    private static String says(SpecificRecordBase event) {
        if (event instanceof MqlPromoted it) {
            return "MQL by " + it.getRule() + ", pass " + it.getPass() + ", policy " + it.getPolicyVersion() + ": "
                    + it.getBecause();
        }
        if (event instanceof LeadAssigned it) {
            return (it.getOwnerId() == null
                            ? "queued in " + it.getTeamId()
                            : "to " + it.getOwnerId() + " of " + it.getTeamId())
                    + ": " + it.getBecause();
        }
        if (event instanceof SlaStepReached it) {
            return it.getKind() + " " + it.getClock() + " (" + it.getStepName() + "), tell " + it.getRecipientRole()
                    + (it.getRecipientId() == null ? "" : " " + it.getRecipientId()) + ": " + it.getBecause();
        }
        if (event instanceof SlaClockChanged it) {
            return it.getClock() + " " + lower(it.getChange()) + ", due " + it.getDueAt()
                    + (it.getBecause() == null ? "" : ": " + it.getBecause());
        }
        if (event instanceof LifecycleChanged it) {
            return (it.getFromStage() == null ? "" : it.getFromStage() + " to ") + it.getStage() + ", "
                    + lower(it.getStatus()) + ", by " + it.getBecause();
        }
        if (event instanceof ScoreChanged it) {
            return score(it.getScore());
        }
        if (event instanceof DealAlert it) {
            return it.getAlert() + ": " + it.getBecause();
        }
        if (event instanceof DeadLetter it) {
            return it.getCode() + " at " + it.getTopic() + "/" + it.getPartition() + "/" + it.getOffset() + ": "
                    + it.getReason();
        }
        if (event instanceof ActivityEvent it) {
            return it.getKind() + (it.getAsset() == null ? "" : " " + it.getAsset()) + " by " + lower(it.getBy())
                    + (it.getRepId() == null ? "" : " " + it.getRepId());
        }
        if (event instanceof ShadowDiffered it) {
            return lower(it.getKind()) + " by challenger " + it.getChallengerVersion() + ", "
                    + it.getChallengerTotal() + " of " + it.getChallengerThreshold() + " needed instead of "
                    + it.getTotal() + " of " + it.getThreshold() + ": " + it.getBecause();
        }
        if (event instanceof PolicyEvent it) {
            return (it.getChallenger() ? "challenger " : "version ")
                    + it.getVersion()
                    + (it.getDocument().isBlank()
                            ? " ends"
                            : ", a document of " + it.getDocument().lines().count() + " lines")
                    + (it.getReplaces() == null ? "" : ", replaces " + it.getReplaces())
                    + (it.getReason() == null ? "" : ": " + it.getReason());
        }
        ObjectNode rest = EventJson.of(event);
        rest.remove(ENVELOPE);
        return EventJson.line(rest);
    }

    private static String score(Score score) {
        return "%s of %s needed: fit %s, engagement %s, negative %s"
                .formatted(
                        score.getTotal(),
                        score.getThreshold(),
                        score.getFit(),
                        score.getEngagement(),
                        score.getNegative());
    }

    private static String lower(Object word) {
        return word.toString().toLowerCase(Locale.ROOT);
    }
}

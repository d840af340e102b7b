package io.revstream.random;

import io.revstream.app.Topologies;
import io.revstream.events.ShadowDiffered;
import io.revstream.events.ShadowKind;
import io.revstream.lead.LeadStates;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.Presets;
import io.revstream.stream.Catalogue;
import io.revstream.stream.Hosted;
import io.revstream.stream.VirtualPipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Random weeks in which a challenger runs beside the active policy, against the same weeks without it. */
class ChallengedWeeksTest {

    private static final long FIRST = Long.getLong("random.seed", 0);
    private static final int WEEKS = Integer.getInteger("random.weeks", 1000);
    private static final Instant CHALLENGED = RandomWeeks.MONDAY_8AM.plus(Duration.ofDays(2));
    private static final Instant REPLACED = RandomWeeks.MONDAY_8AM.plus(Duration.ofDays(9));
    private static final Instant END = RandomWeeks.MONDAY_8AM.plus(RandomWeeks.TWO_WEEKS);

    private static final Policy STRICT = threshold(80);
    private static final Policy LAX = threshold(30);
    private static final Policy NEXT = threshold(50);

    private final Map<ShadowKind, Integer> differences = new EnumMap<>(ShadowKind.class);

    /** What the weeks came to: events other than the challenger's with their instants, and states of leads. */
    private record Outcome(List<String> published, Map<String, Bytes> leads) {}

    @Test
    void aChallengerChangesNothing() {
        for (long seed = FIRST; seed < FIRST + WEEKS; seed++) {
            List<Arrival> arrivals = RandomWeeks.of(seed);
            assertThat(run(arrivals, seed % 2 == 0 ? STRICT : LAX))
                    .as("seed %d (again: -Drandom.seed=%d -Drandom.weeks=1)", seed, seed)
                    .isEqualTo(run(arrivals, null));
        }
        if (WEEKS >= 100) {
            assertThat(differences).containsKeys(ShadowKind.GAINED, ShadowKind.LOST, ShadowKind.AGREED);
        }
    }

    private Outcome run(List<Arrival> arrivals, Policy challenger) {
        List<Hosted<?>> hosted = new ArrayList<>();
        Topologies.ALL.forEach(name -> hosted.add(Topologies.hosted(name)));
        List<String> published = new ArrayList<>();
        VirtualPipeline pipeline = new VirtualPipeline(hosted, one -> {
            if (one.event() instanceof ShadowDiffered differed) {
                differences.merge(differed.getKind(), 1, Integer::sum);
            } else {
                published.add(one.at() + " " + one.topic().name() + " " + one.key() + " " + one.event());
            }
        });
        pipeline.adopt(Run.POLICY, Instant.EPOCH);
        boolean challenged = challenger == null;
        boolean replaced = false;
        for (Arrival arrival : arrivals) {
            if (!challenged && arrival.at().isAfter(CHALLENGED)) {
                pipeline.challenge(challenger, CHALLENGED);
                challenged = true;
            }
            if (!replaced && arrival.at().isAfter(REPLACED)) {
                pipeline.adopt(NEXT, REPLACED);
                replaced = true;
            }
            pipeline.publish(arrival.topic(), arrival.key(), arrival.event(), arrival.at());
        }
        pipeline.advanceTo(END);
        return new Outcome(published, leads(pipeline, arrivals));
    }

    private static Map<String, Bytes> leads(VirtualPipeline pipeline, List<Arrival> arrivals) {
        Map<String, Bytes> leads = new TreeMap<>();
        for (Arrival arrival : arrivals) {
            if (arrival.topic().equals(Catalogue.LEADS)) {
                leads.computeIfAbsent(arrival.key(), key -> {
                    Object state = pipeline.state("lead", key);
                    return state == null ? null : LeadStates.withoutShadow(state);
                });
            }
        }
        return leads;
    }

    private static Policy threshold(int points) {
        String document = Presets.text("mid-market")
                .replaceFirst("(?m)^version: .*$", "version: mid-market-" + points)
                .replaceFirst("threshold: \\d+", "threshold: " + points);
        return PolicyReader.read("p", document).orThrow();
    }
}

package io.revstream.scoring;

import io.revstream.document.Overlay;
import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.document.SourceReader;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.PolicyReading;
import io.revstream.policy.Presets;
import io.revstream.policy.ScoringModel;
import io.revstream.policy.ScoringModel.Combination;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The presets by name, and the scoring sections of the YAML files beside this class, each in a policy that is the mid-market preset otherwise. */
public final class ExampleModels {

    private ExampleModels() {}

    /** The policy with a file's sections, which must be free of problems. */
    public static Policy policy(String name) {
        return policy(name, "");
    }

    /** The same with further changes, as YAML. */
    public static Policy policy(String name, String changes) {
        PolicyReading reading = read(name, changes);
        assertThat(reading.problems()).isEmpty();
        return reading.orThrow();
    }

    /** Its model for all leads. */
    public static ScoringModel model(String name) {
        return policy(name).scoring().models().get(0);
    }

    static ScoringModel model(String name, String changes) {
        return policy(name, changes).scoring().models().get(0);
    }

    static PolicyReading read(String name, String changes) {
        Problems problems = new Problems(name);
        boolean shipped = Presets.names().contains(name);
        SourceNode preset = SourceReader.read(Presets.text(shipped ? name : "mid-market"), "a policy", problems);
        SourceNode document = preset;
        if (!shipped) {
            SourceNode sections = SourceReader.read(text(name + ".yaml"), "sections", problems);
            document = Overlay.of(without(preset, sections), sections);
        }
        if (!changes.isEmpty()) {
            document = Overlay.of(document, SourceReader.read(changes, "changes", problems));
        }
        assertThat(problems.inOrder()).isEmpty();
        return PolicyReader.read(name, document);
    }

    static ScoringModel with(ScoringModel model, Combination combination) {
        return new ScoringModel(
                model.name(),
                model.when(),
                combination,
                model.fitWeight(),
                model.engagementWeight(),
                model.fitFloor(),
                model.engagementFloor(),
                model.threshold(),
                model.engagementCondition(),
                model.fit(),
                model.engagement(),
                model.negative());
    }

    /** The preset without what its scoring says: the file's takes its place as a whole. */
    private static SourceNode without(SourceNode preset, SourceNode sections) {
        Map<String, SourceNode> values = new LinkedHashMap<>(preset.values());
        values.put("scoring", sections.at("scoring"));
        return SourceNode.map(preset.place(), preset.label(), preset.keys(), values);
    }

    private static String text(String file) {
        try (InputStream in = ExampleModels.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.revstream.policy;

import io.revstream.document.SourceNode;
import io.revstream.document.TextEdits;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What the inputs of a profile change in the preset that was chosen by the first two of them (GEN-05); what is not stated changes nothing. */
final class ProfileDefaults {

    /** Ports by the inputs that tell which system serves them. */
    private static final Map<String, String> PORTS = Map.of(
            "crm", "crm",
            "marketingAutomation", "marketing-automation",
            "scheduling", "scheduling",
            "enrichment", "enrichment");

    /** Promotion rules of the presets by variant (domain 3.1); any other definition is kept in words. */
    private static final Map<String, Set<String>> RULES = Map.of(
            "MR-1", Set.of("threshold"),
            "MR-2", Set.of("threshold", "demo-request", "pricing-and-form"),
            "MR-4", Set.of("threshold"),
            "MR-6", Set.of("threshold", "meeting-booked"));

    private static final String NO_SYSTEM = "none";
    private static final String FIRST_CONTACT = "first-contact";

    private final SourceNode preset;
    private final Profile profile;
    private final TextEdits edits;

    ProfileDefaults(SourceNode preset, Profile profile, TextEdits edits) {
        this.preset = preset;
        this.profile = profile;
        this.edits = edits;
    }

    void apply() {
        ports();
        rules();
        firstContact();
        window();
        volume();
    }

    /** A port that no system serves is off. */
    private void ports() {
        PORTS.forEach((input, port) -> {
            if (NO_SYSTEM.equals(profile.stack().get(input))) {
                SourceNode ports = preset.at("ports");
                if (ports.at(port).isPresent()) {
                    edits.replace(ports.at(port), "off");
                } else {
                    edits.add(ports, port, "off");
                }
            }
        });
    }

    /** Of the preset's rules for new leads those of the variant stay; recycled leads come back as before. */
    private void rules() {
        Set<String> kept = profile.mqlDefinition() == null ? null : RULES.get(profile.mqlDefinition());
        if (kept == null) {
            return;
        }
        for (SourceNode rule : preset.at("mql", "rules").items()) {
            if (!kept.contains(rule.at("rule").text())
                    && !"recycled".equals(rule.at("for").text())) {
                edits.removeLine(rule);
            }
        }
    }

    /** The target as agreed; breaches keep their distance from it, and warnings that would come after it are left out. */
    private void firstContact() {
        if (profile.slaHours() == null || profile.slaHours() == 0) {
            return;
        }
        for (SourceNode clock : preset.at("sla", "clocks").items()) {
            Span target = Span.of(clock.at("target"));
            if (FIRST_CONTACT.equals(clock.at("clock").text())) {
                edits.replace(clock.at("target"), new Span(profile.slaHours(), target.unit()).toString());
                clock.at("chain").items().forEach(step -> step(step, profile.slaHours() - target.amount()));
            }
        }
    }

    private void step(SourceNode step, long later) {
        Span at = Span.of(step.at("at"));
        if (at == null) {
            return;
        }
        boolean warning = "WARNED".equals(step.at("says").text());
        boolean hours = at.unit() == Span.Unit.BH || at.unit() == Span.Unit.H;
        if (warning && hours && at.amount() >= profile.slaHours()) {
            edits.removeLine(step);
        } else if (!warning) {
            edits.replace(step.at("at"), new Span(at.amount() + later, at.unit()).toString());
        }
    }

    /** Outcomes are looked at for at least one cycle. */
    private void window() {
        SourceNode window = preset.at("calibration", "window");
        if (profile.cycle() == null || !window.isPresent()) {
            return;
        }
        for (String bound : Set.of("from", "to")) {
            Duration usual = Span.of(window.at(bound)).elapsed();
            if (profile.cycle().elapsed().compareTo(usual) > 0) {
                edits.replace(window.at(bound), profile.cycle().toString());
            }
        }
    }

    /** As many MQLs a month as the benchmark makes of the leads. */
    private void volume() {
        SourceNode volume = preset.at("calibration", "mqlPerMonth");
        if (profile.leadsPerMonth() == null || !volume.isPresent()) {
            return;
        }
        for (SourceNode benchmark : preset.at("benchmarks").items()) {
            if (preset.at("lifecycle", "promoted")
                    .text()
                    .equals(benchmark.at("to").text())) {
                edits.replace(volume.at("from"), share(benchmark.at("least")));
                edits.replace(volume.at("to"), share(benchmark.at("most")));
            }
        }
    }

    private String share(SourceNode percent) {
        return String.valueOf(Math.max(1, profile.leadsPerMonth() * percent.number() / 100));
    }
}

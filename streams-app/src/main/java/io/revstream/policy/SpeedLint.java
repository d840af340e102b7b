package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import java.math.BigDecimal;
import java.util.List;

/** Checks what speed-to-lead is measured by. */
record SpeedLint(Problems problems) {

    void check(SourceNode document) {
        SourceNode speed = document.at("speedToLead");
        SourceNode clocks = document.at("sla", "clocks");
        problems.unlessKnown(
                speed.at("clock"),
                "the name of an SLA clock",
                clocks.each("clock").stream().map(SourceNode::text).toList());
        clocks.items().stream()
                .filter(clock -> clock.at("clock").text() != null
                        && clock.at("clock").text().equals(speed.at("clock").text()))
                .forEach(clock -> breaches(speed.at("clock"), clock));
        problems.unlessKnown(
                speed.at("qualified"), "the name of a stage", LifecycleBuilder.names(document.at("lifecycle")));
        bands(speed.at("bands").items());
    }

    private void breaches(SourceNode name, SourceNode clock) {
        if (clock.at("chain").each("says").stream().noneMatch(says -> "BREACHED".equals(says.text()))) {
            problems.warning(
                    name,
                    "Expected a step of " + clock.at("clock").text()
                            + " that says BREACHED, but there is none: the weekly figures would not see leads that nobody contacts");
        }
    }

    private void bands(List<SourceNode> bands) {
        problems.unlessDistinct(bands.stream().map(band -> band.at("band")).toList(), "band");
        Span before = null;
        SourceNode baseline = null;
        for (int i = 0; i < bands.size(); i++) {
            SourceNode band = bands.get(i);
            Span below = Span.of(band.at("below"));
            limit(band, below, before, i == bands.size() - 1);
            rates(band, i == 0);
            if (isBaseline(band) && baseline != null) {
                problems.error(
                        band.at("expected"),
                        "Expected one baseline, but bands "
                                + baseline.at("band").text() + " and "
                                + band.at("band").text() + " both say 1");
            }
            baseline = isBaseline(band) ? band : baseline;
            before = below == null ? before : below;
        }
    }

    private void limit(SourceNode band, Span below, Span before, boolean last) {
        if (last && band.at("below").isPresent()) {
            problems.error(
                    band.at("below"),
                    "Expected no limit of the last band, but found "
                            + band.at("below").text() + ": slower responses would have no band");
        } else if (!last && !band.at("below").isPresent()) {
            problems.error(
                    band, "Expected below in every band but the last, but it is missing: no time would reach the next");
        } else if (below != null && before != null && below.elapsed().compareTo(before.elapsed()) <= 0) {
            problems.error(
                    band.at("below"),
                    "Expected more than " + before + ", the limit of the band before, but found " + below);
        }
    }

    private void rates(SourceNode band, boolean first) {
        SourceNode fall = band.at("fallsBy");
        if (fall.isPresent() && band.at("expected").isPresent()) {
            problems.error(fall, "Expected either expected or fallsBy, but found both");
        } else if (fall.isPresent() && first) {
            problems.error(fall, "Expected a band before one that falls, but it is the first");
        }
    }

    private static boolean isBaseline(SourceNode band) {
        SourceNode expected = band.at("expected");
        return expected.isPresent()
                && expected.toJson().isNumber()
                && expected.toJson().decimalValue().compareTo(BigDecimal.ONE) == 0;
    }
}
